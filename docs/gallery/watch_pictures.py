"""Portraits of watches. mm, Z up, the camera looks along +Y."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from placing import resting
from rigs import GRAPHITE, LIMESTONE, SLATE, UMBER, WATCH_LIGHTS, WATCH_ROOM
from scene import Body, Camera, Floats, Paper, Point, Scene
from sweep import seamless
from watches import Watch


def _scene(bodies: tuple[Body, ...], paper: Paper, camera: Camera, exposure: float = 1.25) -> Scene:
    return Scene((seamless(paper), *bodies), camera, WATCH_LIGHTS, (), WATCH_ROOM, exposure)


def _leaning(watch: Watch, paper: Paper, turn: float, tilt: float, x: float = 0.0, y: float = 0.0,
             face_down: bool = False) -> tuple[Body, ...]:
    """The watch with its dial (or its back) towards the viewer, `tilt` degrees from lying, held by a wedge under it."""
    matrix = resting(x, y, watch.points, turn, tilt, 180.0 if face_down else 0.0)
    under = watch.front if face_down else watch.back
    return (*watch.bodies(matrix), _wedge(matrix @ np.array([0.0, 0.0, under, 1.0]), tilt, paper))


def _wedge(top: Floats, tilt: float, paper: Paper, half: float = 7.0, long: float = 9.0) -> Body:
    """A block whose upper face is `tilt` degrees steep and touches the point `top` from below."""
    s, c = np.sin(np.radians(tilt)), np.cos(np.radians(tilt))
    x, y, z = top[:3] - (0.0, 0.02 * -s, 0.02 * c)
    front, back = (y - long * c, z - long * s), (y + long * c, z + long * s)
    outline = [(front[0], 0.0), (back[0], 0.0), back, (front[0], max(front[1], 0.01))]
    points = np.array([[side, a, b] for side in (x - half, x + half) for a, b in outline])
    quads = [(0, 3, 2, 1), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    triangles = np.array([[q[0], q[i], q[i + 1]] for q in quads for i in (1, 2)], np.int32)
    corners = points[triangles].reshape(-1, 3)
    normals = np.repeat(np.cross(corners[1::3] - corners[0::3], corners[2::3] - corners[0::3]), 3, axis=0)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return Body(corners, normals, np.arange(len(corners), dtype=np.int32).reshape(-1, 3), paper)


def _camera(eye: Point, aim: Point, across: float, f_number: float = 32.0, focus: Point | None = None) -> Camera:
    """The lens that shows `across` mm of width where it aims."""
    distance = float(np.linalg.norm(np.subtract(eye, aim)))
    return Camera(eye, aim, 36.0 * distance / across, f_number, focus)


def dress(watches: Mapping[str, Watch]) -> Scene:
    """Gold and ivory."""
    bodies = _leaning(watches["watch dress"], UMBER, -24.0, 18.0)
    return _scene(bodies, UMBER, _camera((10, -210, 165), (1.5, 1, 6), 61), 1.7)


def diver(watches: Mapping[str, Watch]) -> Scene:
    """Titanium and black."""
    bodies = _leaning(watches["watch diver"], SLATE, 22.0, 24.0)
    return _scene(bodies, SLATE, _camera((0, -230, 125), (1.5, 0, 9), 72), 1.6)


def fluted(watches: Mapping[str, Watch]) -> Scene:
    """Platinum and blue."""
    bodies = _leaning(watches["watch fluted"], SLATE, -20.0, 26.0)
    return _scene(bodies, SLATE, _camera((0, -225, 145), (1.5, 0, 9.5), 70), 1.3)


def field(watches: Mapping[str, Watch]) -> Scene:
    """Bronze and green."""
    bodies = _leaning(watches["watch field"], LIMESTONE, 26.0, 14.0)
    return _scene(bodies, LIMESTONE, _camera((0, -205, 180), (2, 1, 6), 69), 1.6)


def display(watches: Mapping[str, Watch]) -> Scene:
    """Steel, from behind: the movement under sapphire, an engraving around it."""
    bodies = _leaning(watches["watch display"], GRAPHITE, 20.0, 20.0, face_down=True)
    return _scene(bodies, GRAPHITE, _camera((0, -195, 190), (-1.5, 1.5, 8), 76), 1.25)


def five(watches: Mapping[str, Watch]) -> Scene:
    """All of them: four from the front, one from behind."""
    places = (("watch field", -88.0, 16.0, 16.0, 24.0), ("watch dress", -46.0, -10.0, -10.0, 24.0),
              ("watch fluted", -2.0, 10.0, 8.0, 28.0), ("watch diver", 47.0, -8.0, -10.0, 26.0))
    bodies = [body for name, x, y, turn, tilt in places for body in _leaning(watches[name], SLATE, turn, tilt, x, y)]
    bodies += _leaning(watches["watch display"], SLATE, 14.0, 24.0, 93.0, 12.0, face_down=True)
    return _scene(tuple(bodies), SLATE, _camera((0, -430, 300), (1, 7, 8), 238, 40, (0, -4, 8)), 1.6)

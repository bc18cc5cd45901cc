"""The seamless paper: a floor that rises to a wall in one round sweep."""

from __future__ import annotations

from math import pi

import numpy as np

from scene import Body, Paper

STEPS = 96


def seamless(paper: Paper, turn: float = 0.0, behind: float = 220.0, radius: float = 160.0,
             size: float = 1400.0) -> Body:
    """Floor Z = 0; the wall stands towards +Y, turned about Z by `turn` degrees. mm: the round begins at `behind`."""
    angle = np.linspace(0.0, pi / 2, STEPS)
    y = np.concatenate([[-size], behind + radius * np.sin(angle), [behind + radius]])
    z = np.concatenate([[0.0], radius * (1.0 - np.cos(angle)), [size]])
    slope = np.concatenate([[0.0], angle, [pi / 2]])
    rows = len(y)
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    points = np.array([[x, b, h] for x in (-size, size) for b, h in zip(y, z, strict=True)])
    normals = np.tile(np.column_stack([np.zeros(rows), -np.sin(slope), np.cos(slope)]), (2, 1))
    strip = np.arange(rows - 1)
    triangles = np.concatenate([np.column_stack([strip, strip + rows, strip + rows + 1]),
                                np.column_stack([strip, strip + rows + 1, strip + 1])]).astype(np.int32)
    matrix = np.array([[c, -s, 0, 0], [s, c, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1.0]])
    return Body(points, normals, triangles, paper, matrix)

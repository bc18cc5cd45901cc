"""FreeCAD as the caliper: measures the solids of STEP files on the faces that their PMI names.

Run by the Python that FreeCAD comes with; reads a list of tasks as JSON from standard input and answers on standard error
after the word ANSWER. A task: {"file": path, "surfaces": [type of each face, from the text], "wanted": [{"name", "kind",
"faces": [[index, ...], ...], "over": [whether a jaw touches from outside, ...], "datums": [[index, ...], ...], "count"}]}.
An answer: {name: {"value": mm or degrees} or {"cannot": reason}, with "wrong": [sentence, ...] and "inside": of a bore}.
It knows nothing of the program that wrote the files.
"""

from __future__ import annotations

import json
import os
import sys
from math import degrees

sys.path[:0] = [each for each in ("/usr/lib/freecad-python3/lib", "/usr/lib/freecad/lib") if os.path.isdir(each)]
import FreeCAD  # noqa: E402
import Part  # noqa: E402

NEAR = 1e-5  # mm
PARALLEL = 1e-9
KINDS = {Part.Plane: "PLANE", Part.Cylinder: "CYLINDRICAL_SURFACE", Part.Cone: "CONICAL_SURFACE",
         Part.Sphere: "SPHERICAL_SURFACE", Part.Toroid: "TOROIDAL_SURFACE"}
FORMS = {"flatness": "PLANE", "roundness": "CYLINDRICAL_SURFACE", "cylindricity": "CYLINDRICAL_SURFACE"}
AXES = (FreeCAD.Vector(1, 0, 0), FreeCAD.Vector(0, 1, 0), FreeCAD.Vector(0, 0, 1))


class CannotBeMeasured(Exception):
    """On the nominal solid, with what FreeCAD knows of its faces."""


class Solid:
    """A part as FreeCAD reads it."""

    def __init__(self, file):
        shape = Part.Shape()
        shape.read(file)
        self.shape, self.faces = shape, shape.Faces
        self.surfaces = [face.Surface for face in shape.Faces]
        self.kinds = [KINDS.get(type(surface), "") for surface in self.surfaces]
        self._areas, self._boxes, self._outwards = {}, {}, {}

    def area(self, index):
        if index not in self._areas:
            self._areas[index] = self.faces[index].Area
        return self._areas[index]

    def box(self, index):
        """Exactly around a face."""
        if index not in self._boxes:
            self._boxes[index] = self.faces[index].optimalBoundingBox()
        return self._boxes[index]

    def outward(self, index):
        if index not in self._outwards:
            face = self.faces[index]
            low, high, left, right = face.ParameterRange
            self._outwards[index] = face.normalAt((low + high) / 2, (left + right) / 2)
        return self._outwards[index]

    def alike(self, index):
        """Every face on the same surface, found anew among all of them."""
        return [each for each in range(len(self.faces)) if self.kinds[each] == self.kinds[index] and self._same(each, index)]

    def _same(self, one, other):
        a, b, kind = self.surfaces[one], self.surfaces[other], self.kinds[one]
        if kind == "PLANE":
            return (abs((a.Position - b.Position).dot(b.Axis)) < NEAR and parallel(a.Axis, b.Axis)
                    and self.outward(other).dot(self.outward(one)) > 0)
        if kind == "CYLINDRICAL_SURFACE":
            return abs(a.Radius - b.Radius) < NEAR and one_axis(a, b)
        if kind == "SPHERICAL_SURFACE":
            return abs(a.Radius - b.Radius) < NEAR and (a.Center - b.Center).Length < NEAR
        if kind == "TOROIDAL_SURFACE":
            return (abs(a.MinorRadius - b.MinorRadius) < NEAR and abs(a.MajorRadius - b.MajorRadius) < NEAR
                    and (a.Center - b.Center).Length < NEAR and parallel(a.Axis, b.Axis))
        return (abs(a.SemiAngle - b.SemiAngle) < PARALLEL and (a.Apex - b.Apex).Length < NEAR
                and a.Axis.dot(b.Axis) > 1 - PARALLEL)

    def features(self, groups, alike):
        """How many features such as these there are: patches of congruent faces anywhere on the solid. Of two surfaces those
        that have a partner with which they are `alike(one, other)`: half as many where both surfaces are congruent, and else
        what there is more of (one seat, six floors of notches)."""
        first, *rest = [self._patches(self._congruent(each[0])) for each in groups]
        if not rest:
            return len(first)
        second, = rest
        pairs = [(tuple(one), tuple(other)) for one in first for other in second if one != other and alike(one, other)]
        most = max(len({one for one, _ in pairs}), len({other for _, other in pairs}))
        return most // 2 if first == second else most

    def _congruent(self, index):
        """Every face of the same kind, size and area, wherever it is."""
        size = _size(self.surfaces[index])
        return [each for each in range(len(self.faces)) if self.kinds[each] == self.kinds[index]
                and abs(_size(self.surfaces[each]) - size) < NEAR
                and abs(self.area(each) - self.area(index)) < 1e-4 * self.area(index)]

    def _patches(self, indices):
        """Faces that share an edge and a surface are one patch: a bore in two halves is one bore."""
        found = []
        for each in indices:
            edges = {edge.hashCode() for edge in self.faces[each].Edges}
            mine = [patch for patch in found if patch[0] & edges and self._same(each, patch[1][0])]
            found = [patch for patch in found if patch not in mine]
            whole = [each, *(one for patch in mine for one in patch[1])]
            found.append((edges.union(*(patch[0] for patch in mine)), sorted(whole)))
        return sorted(patch[1] for patch in found)

    def inside(self, index):
        """Whether a cylinder is a bore: what is outside of the material lies towards the axis."""
        face = self.faces[index]
        low, high, left, right = face.ParameterRange
        point = face.valueAt((low + high) / 2, (left + right) / 2)
        surface = face.Surface
        off = point - surface.Center
        off = off - surface.Axis * off.dot(surface.Axis)
        return self.outward(index).dot(off) < 0

    def reach(self, indices, way):
        """How far faces reach along a direction of the frame, from its origin."""
        return max(_end(self.box(each), way) for each in indices)

    def ends_with(self, indices, way):
        """Whether no face of the solid reaches further along a direction than these."""
        far = self.reach(indices, way) + NEAR
        # a loose box is quick and never too small
        beyond = [each for each, face in enumerate(self.faces) if _end(face.BoundBox, way) > far]
        return not any(_end(self.box(each), way) > far for each in beyond)


def _end(box, way):
    low, high = (box.XMin, box.YMin, box.ZMin), (box.XMax, box.YMax, box.ZMax)
    return sum(max(low[k] * c, high[k] * c) for k, c in enumerate((way.x, way.y, way.z)))


def parallel(a, b):
    return abs(a.dot(b)) > 1 - PARALLEL


def off_axis(point, surface):
    gap = point - surface.Center
    return (gap - surface.Axis * gap.dot(surface.Axis)).Length


def one_axis(a, b):
    return parallel(a.Axis, b.Axis) and off_axis(a.Center, b) < NEAR


def _size(surface):
    return getattr(surface, "MinorRadius", getattr(surface, "Radius", 0.0))


def the_axis(surface):
    """A point on the axis of what is turned, and its direction."""
    if isinstance(surface, Part.SurfaceOfRevolution):
        return surface.Location, surface.Direction
    if isinstance(surface, (Part.Cylinder, Part.Cone, Part.Toroid)):
        return surface.Center, surface.Axis
    raise CannotBeMeasured(f"{type(surface).__name__} has no axis that FreeCAD tells")


def across(solid, indices, centre, way):
    """Greatest distance of faces from an axis along one of the frame."""
    if not any(parallel(way, each) for each in AXES):
        raise CannotBeMeasured("an axis that is none of the frame")
    return max(solid.reach(indices, each * sign) - centre.dot(each * sign)
               for each in AXES if not parallel(way, each) for sign in (1, -1))


def diameter(solid, wanted):
    (indices,) = wanted["faces"]
    surface = solid.surfaces[indices[0]]
    if wanted["over"][0]:
        return 2 * across(solid, indices, *the_axis(surface))
    if not hasattr(surface, "Radius") or solid.kinds[indices[0]] == "CONICAL_SURFACE":
        raise CannotBeMeasured(f"a diameter of {type(surface).__name__}")
    return 2 * surface.Radius


def radius(solid, wanted):
    surface = solid.surfaces[wanted["faces"][0][0]]
    return surface.MinorRadius if isinstance(surface, Part.Toroid) else surface.Radius


def angle(solid, wanted):
    first = solid.surfaces[wanted["faces"][0][0]]
    if len(wanted["faces"]) == 1:
        return 2 * abs(degrees(first.SemiAngle))
    second = solid.surfaces[wanted["faces"][1][0]]
    between = degrees(first.Axis.getAngle(second.Axis))
    return min(between, 180 - between)


def distance(solid, wanted):
    faces, over = wanted["faces"], wanted["over"]
    first, second = (solid.surfaces[each[0]] for each in faces)
    kinds = [solid.kinds[each[0]] for each in faces]
    if "CYLINDRICAL_SURFACE" in kinds and any(over):
        turned = kinds.index("CYLINDRICAL_SURFACE") if not over[kinds.index("CYLINDRICAL_SURFACE")] else None
        if turned is not None and kinds[1 - turned] != "PLANE":  # a wall up to whatever lies furthest out
            axis = (first, second)[turned]
            return abs(across(solid, faces[1 - turned], axis.Center, axis.Axis) - axis.Radius)
    if any(over):
        return overall(solid, faces, over, kinds)
    if kinds == ["PLANE", "PLANE"] and parallel(first.Axis, second.Axis):
        return abs((second.Position - first.Position).dot(first.Axis))
    if sorted(kinds) == ["CYLINDRICAL_SURFACE", "PLANE"]:
        flat, turned = (first, second) if kinds[0] == "PLANE" else (second, first)
        if abs(flat.Axis.dot(turned.Axis)) < PARALLEL:
            return abs((turned.Center - flat.Position).dot(flat.Axis))
    if kinds == ["CYLINDRICAL_SURFACE"] * 2 and parallel(first.Axis, second.Axis):
        apart = off_axis(second.Center, first)
        return apart if apart > NEAR else abs(first.Radius - second.Radius)
    raise CannotBeMeasured(f"a distance from {kinds[0] or 'a free surface'} to {kinds[1] or 'a free surface'}")


def overall(solid, faces, over, kinds):
    """Between the jaws of a caliper along an axis of the frame: the one along which both ends are the solid's own."""
    square = [solid.outward(each[0]) for each, kind, free in zip(faces, kinds, over, strict=True)
              if kind == "PLANE" and not free]

    def ends_it(way):
        return all(solid.ends_with(each, way * side) for each, side, free in zip(faces, (1, -1), over, strict=True) if free)

    ends = [way for each in AXES for way in (each, each * -1.0) if all(parallel(way, one) for one in square) and ends_it(way)]
    if len(ends) != 1:
        raise CannotBeMeasured(f"its faces end the solid along {len(ends)} axes")
    return sum(solid.reach(each, ends[0] * side) for each, side in zip(faces, (1, -1), strict=True))


def tolerance(solid, wanted):
    """How far the nominal solid is from what a geometrical tolerance asks; mm over the size of the face, 0 if exact."""
    kind, (indices, *_) = wanted["kind"], wanted["faces"]
    surface, face = solid.surfaces[indices[0]], solid.faces[indices[0]]
    if kind in FORMS:
        if solid.kinds[indices[0]] != FORMS[kind]:
            raise CannotBeMeasured(f"{kind} of {type(surface).__name__}")
        return 0.0
    if not wanted["datums"]:
        raise CannotBeMeasured(f"{kind} without a datum")
    datum = solid.surfaces[wanted["datums"][0][0]]
    if kind in ("coaxiality", "runout"):
        (centre, way), (_, axis) = the_axis(surface), the_axis(datum)
        return 2 * off_axis(centre, datum) + way.cross(axis).Length * face.BoundBox.DiagonalLength
    if kind in ("parallelism", "perpendicularity"):
        if not hasattr(surface, "Axis") or not hasattr(datum, "Axis"):
            raise CannotBeMeasured(f"{kind} of {type(surface).__name__}")
        mixed = isinstance(surface, Part.Plane) != isinstance(datum, Part.Plane)
        aligned = (kind == "parallelism") != mixed
        turned = surface.Axis.cross(datum.Axis).Length if aligned else abs(surface.Axis.dot(datum.Axis))
        return turned * face.BoundBox.DiagonalLength
    raise CannotBeMeasured("the theoretical place is no part of the tolerance")


def thread(solid, wanted):
    return 2 * solid.surfaces[wanted["faces"][0][0]].Radius


MEASURES = {"diameter": diameter, "radius": radius, "angle": angle, "distance": distance, "thread": thread}


def as_far(solid, pair, wanted, value):
    """Whether two patches lie as those that are named."""
    try:
        return abs(MEASURES[wanted["kind"]](solid, {**wanted, "faces": pair}) - value) < NEAR
    except CannotBeMeasured:
        return False


def measured(solid, wanted):
    found = {"wrong": []}
    for indices, free in zip(wanted["faces"], wanted["over"], strict=True):
        if not indices or max(indices) >= len(solid.faces):
            return {"wrong": [f"names the faces {indices}; FreeCAD has {len(solid.faces)}"]}
        alike = solid.alike(indices[0]) if solid.kinds[indices[0]] and not free else indices
        if alike != indices:
            found["wrong"].append(f"names the faces {indices}; on that surface FreeCAD finds {alike}")
    try:
        found["value"] = MEASURES.get(wanted["kind"], tolerance)(solid, wanted)
    except CannotBeMeasured as cannot:
        found["cannot"] = str(cannot)
    if wanted["count"] > 1:
        found["count"] = solid.features(wanted["faces"], lambda *pair: as_far(solid, pair, wanted, found.get("value")))
    if solid.kinds[wanted["faces"][0][0]] == "CYLINDRICAL_SURFACE":
        found["inside"] = solid.inside(wanted["faces"][0][0])
    return found


def main():
    answers = []
    for task in json.load(sys.stdin):
        solid = Solid(task["file"])
        shown = ["" if each not in KINDS.values() else each for each in task["surfaces"]]
        if shown != solid.kinds:
            answers.append({"": {"wrong": ["FreeCAD reads the faces in another order than they stand in the file"]}})
            continue
        answers.append({each["name"]: measured(solid, each) for each in task["wanted"]})
    sys.stderr.write("ANSWER " + json.dumps(answers) + "\n")


if __name__ == "__main__":
    main()

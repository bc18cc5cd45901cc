"""What a worker does: builds parts through its memo, inspects them, and answers in plain values."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from OCP.BRepBuilderAPI import BRepBuilderAPI_Copy
from OCP.gp import gp_Trsf
from OCP.TopLoc import TopLoc_Location

from configurator import settings
from configurator.errors import BuildError, BuildFailed, TemplateError
from configurator.geometry.answers import FaceRow, Mesh, PartAnswer
from configurator.geometry.controlled import FaceIndex, found
from configurator.geometry.deviation import Deviation, deviation
from configurator.geometry.memo import Leaf, Memo, Reads
from configurator.geometry.meridians import Meridian
from configurator.geometry.neighbours import Placed, evident, meetings, summed
from configurator.geometry.progress import building
from configurator.geometry.requests import BuildRequest, Meeting, Overlap
from configurator.geometry.store import DiskStore
from configurator.geometry.views import View, ViewRequest
from configurator.product.catalogue import load_folder
from configurator.product.lent_scans import lend
from configurator.product.limb import Limb
from configurator.product.measured import Measured
from configurator.product.product import Product

from .apart import apart
from .common import common_volume
from .drawing_views import view
from .faces_seen import seen
from .frozen import freeze, settle, thaw
from .half_section import half_section
from .measure import measured
from .meshing import mesh
from .shapes import copied, one_solid, sub_shapes, unsound
from .step import write_raw

_shared = True
_SHARED = "shared volume"
_STATES = 16
_loaded: dict[str, type[Product]] = {}
"""Templates by their fingerprints, the first loaded first."""
BYTES_PER_FACE = 12_000
"""What a face with its edges takes in memory, measured on engraved rings."""
_ROW = 400
"""Bytes of a row of the tables of faces and edges."""
_CURVE = 500
"""Bytes of a curve of a view."""


@cache
def the_memo() -> Memo:
    """This process's memo, with the disk behind it where settings allow."""
    quota = settings.number("CONFIGURATOR_DISK_MEMO_MB") * 1_000_000 if _shared else 0
    store = DiskStore(settings.home() / "memo", quota) if quota else None
    return Memo(copied, limit=settings.number("CONFIGURATOR_MEMO_MB", least=1) * 1_000_000, weigh=_weight,
                store=store, settle=settle, freeze=freeze, thaw=thaw)


def build(request: BuildRequest) -> list[PartAnswer]:
    """The parts asked for, in that order. BuildError names the part that could not be built."""
    product = load(request)
    answers = []
    for name in request.parts:
        building(name)
        try:
            answers.append(_part(product, name, request))
        except BuildError as error:
            raise error.at(template=product.template, part=name, number=product.number) from error.__cause__
    return answers


def overlaps(request: BuildRequest) -> list[Overlap]:
    """Common volumes of all pairs of parts that are placed, and of pieces of the same part, by this process alone."""
    product, parts = load(request), []
    for name in request.parts:
        building(name)
        leaf, _ = _inspected(product, name)
        parts.append(Placed(name, leaf.key, leaf.more["measured"], product.parts[name].placements(product),
                            _meridian(leaf)))
    found = meetings(parts)
    known = evident(parts, found)
    others = tuple(each for each in found if each not in known)
    return summed(parts, found, {**known, **dict(zip(others, shared_volumes(request, others), strict=True))})


def shared_volumes(request: BuildRequest, wanted: tuple[Meeting, ...]) -> list[float]:
    """Common volume of each two pieces, mm3. What was found out before is not looked at again."""
    memo = the_memo()
    known = [memo.fact(_SHARED, *each.keys, each.matrix) for each in wanted]
    if None in known:
        product, solids = load(request), dict[str, Any]()
        for index, each in enumerate(wanted):
            if known[index] is None:
                building(f"{each.first} with {each.second}")
                volume = 0.0
                if not apart(_triangles(product, each.first, request), _triangles(product, each.second, request), each.matrix):
                    # copies: what shapes collect in booleans shall not stay with those of the memo
                    for name in {each.first, each.second} - solids.keys():
                        solids[name] = _copy(product, name)
                    there = solids[each.second].Moved(location(each.matrix))
                    volume = common_volume(solids[each.first], there)
                known[index] = volume
                memo.note(volume, _SHARED, *each.keys, each.matrix)
    return [volume for volume in known if volume is not None]


def views(request: BuildRequest, wanted: tuple[ViewRequest, ...]) -> list[View]:
    """Views of the one part that is asked for, in that order. BuildError names the part if one cannot be made."""
    product, (name,) = load(request), request.parts
    building(name)
    leaf, _ = _inspected(product, name)
    names = [f"view {each!r}" for each in wanted]
    if any(each not in leaf.more for each in names):
        known: Measured = leaf.more["measured"]
        solid, as_mesh, new = leaf.more["solid"], f"mesh {request.deflection!r}", dict[str, tuple[Any, int]]()
        looked_at = leaf.more.get("seen")
        if looked_at is None:
            triangles = leaf.more.get(as_mesh) or mesh(solid, known.volume, known.area, request.deflection)
            looked_at = leaf.more["seen"] = seen(solid, leaf.more["faces"], triangles)
        for each_name, each in zip(names, wanted, strict=True):
            if each_name not in leaf.more and each_name not in new:
                try:
                    made = view(looked_at, leaf.more["faces"], each)
                except BuildError as error:
                    raise error.at(template=product.template, part=name, number=product.number) from error.__cause__
                new[each_name] = (made, _CURVE * len(made.curves))
        leaf.more.pop("fresh", None)
        the_memo().keep(leaf, **new)
    return [leaf.more[each] for each in names]


def stay_in_memory() -> None:
    """Leave the memo on disk alone in this process: what is debugged shall really run."""
    global _shared  # noqa: PLW0603 - said once, before the first build
    if _shared:
        _shared = False
        the_memo.cache_clear()


def forget() -> None:
    """Empty this worker's memo in memory (for measuring cold builds)."""
    the_memo().clear()


def load(request: BuildRequest) -> Product:
    """The configuration asked for. A template edited since it was loaded here is loaded again; who asks for what it was
    before still gets it, as long as it is among the last few that were loaded here."""
    template = _loaded.get(request.fingerprint)
    if template is None:
        template = load_folder(Path(request.folder))
        if template.fingerprint != request.fingerprint:
            template = load_folder(Path(request.folder), fresh=True)
        if template.fingerprint != request.fingerprint:
            raise BuildFailed("its template or the program was changed since this configuration was made; load the template "
                              "again", template=template.template)
        _loaded[request.fingerprint] = template
        while len(_loaded) > _STATES:
            del _loaded[next(iter(_loaded))]
    for data in request.lent:
        lend(Limb.from_bytes(data))
    return template(**request.choices)


def location(values: Sequence[float]) -> Any:
    """Rows of a (3, 4) matrix as the kernel's location."""
    matrix = gp_Trsf()
    matrix.SetValues(*values)
    return TopLoc_Location(matrix)


def _part(product: Product, name: str, request: BuildRequest) -> PartAnswer:
    memo, start = the_memo(), time.process_time()
    before = len(memo.made)
    leaf, reads = _inspected(product, name)
    steps = tuple(memo.steps)
    known: Measured = leaf.more["measured"]
    solid = leaf.more["solid"]
    wanted_mesh, wanted_step = f"mesh {request.deflection!r}", "step"
    new: dict[str, tuple[Any, int]] = {}
    if request.mesh and wanted_mesh not in leaf.more:
        made = mesh(solid, known.volume, known.area, request.deflection)
        new[wanted_mesh] = (made, _size(made))
    off = None
    if request.mesh:
        off = _deviation(product, name, leaf, leaf.more.get(wanted_mesh) or new[wanted_mesh][0], wanted_mesh)
    if off is not None and off[0] not in leaf.more:
        new[off[0]] = (off[1], off[1].values.nbytes)
    if request.step and wanted_step not in leaf.more:
        # of a copy: the writer leaves traces in the shape, and what is meshed later would have other triangles
        text = write_raw(BRepBuilderAPI_Copy(solid, True, False).Shape())
        new[wanted_step] = (text, len(text))
    if request.compared:
        _meridian(leaf)
    if new or "fresh" in leaf.more:
        leaf.more.pop("fresh", None)
        memo.keep(leaf, **new)
    differences = _differences(product, name, known)
    if differences:
        raise BuildFailed(f"is not what its template expects: {'; '.join(differences)}")
    _controlled(product, name, leaf)
    found_mesh: Mesh | None = leaf.more.get(wanted_mesh) if request.mesh else None
    rows: tuple[FaceRow, ...] = leaf.more["faces"]
    return PartAnswer(name, leaf.key, known, rows, found_mesh, leaf.more.get(wanted_step) if request.step else None,
                      tuple(reads), made=len(memo.made) > before, seconds=time.process_time() - start,
                      meridian=leaf.more.get("meridian"), steps=steps, deviation=None if off is None else off[1])


def _controlled(product: Product, name: str, leaf: Leaf) -> None:
    """That every characteristic of the part is found on its solid, with its nominal."""
    try:
        characteristics = product.controlled(name)
    except TemplateError as error:
        raise BuildFailed(str(error)) from error
    if "index" not in leaf.more:
        leaf.more["index"] = FaceIndex(leaf.more["faces"], leaf.more["measured"])
    found(name, characteristics, leaf.more["index"])


def _deviation(product: Product, name: str, leaf: Leaf, triangles: Mesh, as_mesh: str) -> tuple[str, Deviation] | None:
    """How far the part lies from what it follows, and by what name that is remembered: limb and offset are in it, since
    neither need be what the shape has read."""
    try:
        followed = product.followed(name)
    except TemplateError as error:
        raise BuildFailed(str(error)) from error
    if followed is None:
        return None
    key = f"deviation {followed.limb.sha256} {followed.offset!r} {as_mesh}"
    known: Deviation | None = leaf.more.get(key) or deviation(triangles, followed)
    if known is None:
        raise BuildFailed("it is said to follow a limb, and no face of it looks outwards over that limb; the limb is told in "
                          "the part's own frame")
    return key, known


def _inspected(product: Product, name: str) -> tuple[Leaf, Reads]:
    """The part's leaf with its one sound solid and what that measures."""
    memo = the_memo()
    leaf, reads = memo.leaf(product, product.parts[name])
    if "solid" not in leaf.more:
        try:
            solid = one_solid(leaf.result)
            reason = unsound(solid)
            if reason:
                raise BuildFailed(f"the solid is not sound: {reason}")
            numbers, rows = measured(solid)
            if not numbers.volume > 0:
                raise BuildFailed(f"its volume is {numbers.volume} mm3; the solid is inside out or empty")
        except BuildFailed as error:
            leaf.failure = error.at(part=name)  # remembered: looking again would find the same
            raise
        leaf.more["solid"] = solid
        leaf.more["fresh"] = True
        memo.keep(leaf, measured=(numbers, 500), faces=(rows, _ROW * len(rows)))
    return leaf, reads


def _meridian(leaf: Leaf) -> Meridian | None:
    """What is turned about the main axis of an inspected part, for comparing it with others."""
    if "meridian" not in leaf.more:
        half = half_section(leaf.more["solid"], leaf.more["faces"])
        the_memo().keep(leaf, meridian=(half, 0 if half is None else 100 * len(half.curves) + 50 * len(half.blurs)))
    found: Meridian | None = leaf.more["meridian"]
    return found


def _triangles(product: Product, name: str, request: BuildRequest) -> Mesh:
    """The mesh of an inspected part, kept with it."""
    leaf, _ = _inspected(product, name)
    as_mesh, known = f"mesh {request.deflection!r}", leaf.more["measured"]
    if as_mesh not in leaf.more:
        made = mesh(leaf.more["solid"], known.volume, known.area, request.deflection)
        leaf.more.pop("fresh", None)
        the_memo().keep(leaf, **{as_mesh: (made, _size(made))})
    found: Mesh = leaf.more[as_mesh]
    return found


def _copy(product: Product, name: str) -> Any:
    leaf, _ = _inspected(product, name)
    return BRepBuilderAPI_Copy(leaf.more["solid"], True, False).Shape()


def _differences(product: Product, name: str, known: Measured) -> list[str]:
    expectation = product.parts[name].expectation
    return expectation(product).differences(known) if expectation else []


def _size(made: Mesh) -> int:
    """Bytes, about."""
    return 48 * len(made.vertices) + 16 * len(made.triangles) + _ROW * len(made.edges)


def _weight(result: Any) -> int:
    try:
        from OCP.TopAbs import TopAbs_FACE

        return BYTES_PER_FACE * len(sub_shapes(one_solid(result), TopAbs_FACE))
    except BuildFailed:
        return 100_000



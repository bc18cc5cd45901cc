"""Can it be made? The real solid and what the template declares, held against the rule pack of each part's process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from configurator.geometry.answers import FaceRow
from configurator.geometry.client import Geometry, placed
from configurator.geometry.controlled import lies_on
from configurator.geometry.probed import Horizon, Probe, Spot, start_probes
from configurator.product.measured import Finding, Point
from configurator.product.product import Product
from configurator.texts import say

from . import closed_form
from .findings import Teller
from .rule_packs import Limit, Pack, packs

_SAME = 1e-4
"""mm: what is nearer to its limit keeps it. Exact surfaces cross a ray to 1e-7."""
_DIFFERS = 1e-3
_LISTED = 5
"""Findings of one code and part that are told singly; the worst come first."""


class Judged(NamedTuple):
    """Makeability of one configuration."""

    findings: tuple[Finding, ...]
    """Worst first, part by part."""
    not_judged: tuple[str, ...]
    """Sentences: what no pack has a number for."""
    packs: Mapping[str, str]
    """Process -> digest of the pack that was applied."""


def made_parts(product: Product) -> list[str]:
    """Names of the parts that are made and have a place."""
    return [name for name in placed(product) if not product.parts[name].is_bought]


def horizon(product: Product, part: str, pack: Pack) -> Horizon:
    """How far a pack looks at a part."""
    limits, wall = pack.limits, pack.wall_of(product.material_of(part))
    return Horizon(wall=_value(wall), gap=_value(limits.gap), relief=_value(limits.relief), stiff=_value(limits.stiff_height),
                   reach=_value(limits.tool_reach))


def judge(geometry: Geometry, product: Product, known: Mapping[str, Pack] | None = None, language: str = "en") -> Judged:
    """All made parts, looked at in the workers. BuildError if one cannot be built, PackRefused if a pack is nonsense."""
    known = packs() if known is None else known
    probes = start_probes(geometry, product, horizons(product, known))
    rows = {answer.name: answer.faces for answer in geometry.build(product, mesh=False)}
    return judged(product, known, [each.result() for each in probes], rows, language)


def horizons(product: Product, known: Mapping[str, Pack]) -> dict[str, Horizon]:
    """How far each made part is looked at, for `start_probes`; parts of processes without a pack are not."""
    return {name: horizon(product, name, known[product.process_of(name)]) for name in made_parts(product)
            if product.process_of(name) in known}


def judged(product: Product, known: Mapping[str, Pack], probes: Iterable[Probe], rows: Mapping[str, Sequence[FaceRow]],
           language: str = "en") -> Judged:
    """Probes of made parts with their rows of faces, held against the packs."""
    found: list[Finding] = []
    for probe in probes:
        found += of_part(product, probe.part, known[product.process_of(probe.part)], probe, rows[probe.part], language)
    used = sorted({product.process_of(name) for name in made_parts(product)} & set(known))
    return Judged(tuple(found), tuple(not_judged(product, known, language)), {each: known[each].digest for each in used})


def declared_only(product: Product, known: Mapping[str, Pack], language: str = "en") -> list[Finding]:
    """What can be said without the solid, while somebody chooses."""
    return [finding for name in made_parts(product) if product.process_of(name) in known
            for finding in closed_form.findings(product, name, known[product.process_of(name)], language)]


def not_judged(product: Product, known: Mapping[str, Pack], language: str = "en") -> list[str]:
    """What no pack has a number for."""
    found = []
    for name in made_parts(product):
        process, label = product.process_of(name), product.part_label(name, language)
        pack = known.get(process)
        if pack is None:
            found.append(say("makeability.no_pack", language, part=label, process=process))
        elif pack.wall_of(product.material_of(name)) is None:
            found.append(say("makeability.no_wall", language, part=label, process=process,
                             material=product.material_name(name)))
    for process in sorted({product.process_of(name) for name in made_parts(product)} & set(known)):
        limits = known[process].limits
        blank = [name for name in type(limits).model_fields if getattr(limits, name).value is None]
        if blank:
            found.append(say("makeability.blank", language, process=process, names=", ".join(blank)))
    return found


def of_part(product: Product, part: str, pack: Pack, probe: Probe, rows: Sequence[FaceRow],
            language: str = "en") -> list[Finding]:
    """Findings of one part, those of one code together, the worst first."""
    teller, limits, wall = Teller(product, part, language), pack.limits, pack.wall_of(product.material_of(part))
    slack = 2 * probe.deflection
    found: list[Finding] = []
    if wall is not None:
        found += _told(teller, "WALL_THIN", wall, _walls([spot for spot in probe.walls if _less(
            spot.width + (0.0 if spot.exact else slack), wall)]))
    found += _told(teller, "GAP_NARROW", limits.gap, [(spot.width, (spot.face, spot.opposite), spot.point)
                                                      for spot in probe.gaps if _less(spot.width, limits.gap)])
    found += _told(teller, "SLOT_DEEP", limits.tool_reach, [(None, (spot.face, spot.opposite), spot.point)
                                                            for spot in probe.slots])
    found += _hollows(teller, pack, probe)
    found += _unseen(teller, pack, probe)
    found += _told(teller, "SLIVER", limits.sliver, [(each.width, () if each.face < 0 else (each.face,), each.point)
                                                     for each in probe.slivers if _less(each.width, limits.sliver)])
    for each in closed_form.findings(product, part, pack, language):
        if each.code != "WALL_THIN":
            _joined(found, each)
    return found + _differing(teller, product, part, pack, probe, rows)


def _joined(found: list[Finding], declared: Finding) -> None:
    """What is declared and was found on the solid as well is told once, where the solid has it, with its name."""
    assert declared.measured is not None
    for place, each in enumerate(found):
        if each.code == declared.code and each.measured is not None and abs(each.measured - declared.measured) < _DIFFERS:
            name = each.extra.get("name", declared.extra["name"])
            found[place] = replace(each, extra={**each.extra, "name": name})
            return
    found.append(declared)


def _hollows(teller: Teller, pack: Pack, probe: Probe) -> list[Finding]:
    limits, holes = pack.limits, sorted(probe.holes, key=lambda each: (each.diameter, each.faces))
    found = _told(teller, "HOLE_SMALL", limits.hole_diameter, [(each.diameter, each.faces, each.point) for each in holes
                                                               if _less(each.diameter, limits.hole_diameter)])
    ratios = sorted(((each.depth / each.diameter, each.faces, each.point) for each in holes), key=lambda row: (-row[0], row[1]))
    found += _told(teller, "HOLE_DEEP", limits.hole_depth, [row for row in ratios if _more(row[0], limits.hole_depth)])
    corners = sorted((each for each in probe.corners if each.length >= _value(limits.relief)),
                     key=lambda each: (each.radius, each.face))
    found += _told(teller, "CORNER_TIGHT", limits.inner_radius, [(each.radius, (each.face,), each.point) for each in corners
                                                                 if _less(each.radius, limits.inner_radius)])
    share = _value(limits.corner_to_tool)
    deep = sorted(((each.length * share / each.radius, (each.face,), each.point) for each in corners if each.enclosed),
                  key=lambda row: (-row[0], row[1]))
    found += _told(teller, "CORNER_DEEP", limits.tool_reach, [row for row in deep if _more(row[0], limits.tool_reach)])
    sharp = [(0.0, each.faces, each.point) for each in probe.edges if _more(each.length, limits.sharp_edge)]
    return found + _told(teller, "EDGE_SHARP", limits.sharp_edge, sharp, least=_value(limits.inner_radius))


def _told(teller: Teller, code: str, limit: Limit, spots: Sequence[tuple[float | None, tuple[int, ...], Point]],
          least: float | None = None) -> list[Finding]:
    """One finding for all spots that measure the same, in the order of the first of each."""
    alike: dict[float | None, list[tuple[tuple[int, ...], Point]]] = {}
    for measured, faces, point in spots:
        alike.setdefault(None if measured is None else round(measured, 6), []).append((faces, point))
    return [teller.finding(code, measured, _value(limit) if least is None else least, by=limit, point=of[0][1],
                           faces=tuple(dict.fromkeys(face for faces, _ in of for face in faces)))
            for measured, of in list(alike.items())[:_LISTED]]


def _walls(spots: Sequence[Spot]) -> list[tuple[float | None, tuple[int, ...], Point]]:
    """Thinnest first; flutes split a wall into many pairs of faces: those that share a face are told once, where thinnest."""
    found: list[tuple[float | None, tuple[int, ...], Point]] = []
    for spot in spots:
        faces = (spot.face, spot.opposite)
        for place, (width, others, point) in enumerate(found):
            if not set(faces).isdisjoint(others):
                found[place] = (width, tuple(dict.fromkeys(others + faces)), point)
                break
        else:
            found.append((spot.width, faces, spot.point))
    return found


def _unseen(teller: Teller, pack: Pack, probe: Probe) -> list[Finding]:
    """One finding for all of them. What is turned about the main axis is reached by a tool that is led along it."""
    limit = pack.limits.access
    hidden = [each for each in probe.unseen
              if limit.value is not None and each.width >= limit.value and not probe.turned[each.face]]
    if not hidden:
        return []
    return [teller.finding("FACE_NOT_SEEN", None, None, by=limit, faces=tuple(each.face for each in hidden),
                           point=hidden[0].point, count=len(hidden))]


def _differing(teller: Teller, product: Product, part: str, pack: Pack, probe: Probe, rows: Sequence[FaceRow]) -> list[Finding]:
    """Where the closed form says that all is well, and the solid does not.

    A wall between two faces that are both declared is one more sum of what is declared, and no surprise: it is told as
    what it is.
    """
    found = []
    fine = {each.name: each for each in closed_form.declared(product, part, pack) if each.kept}
    known_faces = {index for each in product.controlled(part) for surface in each.on if each.kind == "distance"
                   for index, row in enumerate(rows) if lies_on(row, surface)}
    for each in product.controlled(part):
        on = [{index for index, row in enumerate(rows) if lies_on(row, surface)} for surface in each.on]
        known = fine.get(each.name)
        if known is not None and known.code in ("WALL_THIN", "GAP_NARROW"):
            found += [teller.finding("CLOSED_FORM_DIFFERS", spot.width, known.value, faces=(spot.face, spot.opposite),
                                     point=spot.point, name=each.name)
                      for spot in (probe.walls if known.code == "WALL_THIN" else probe.gaps)
                      if {spot.face, spot.opposite} & (on[0] | on[1]) and not {spot.face, spot.opposite} <= known_faces
                      and _less(spot.width, known.limit) and spot.width < known.value - _DIFFERS][:1]
        if each.kind == "thread" and each.depth is not None:
            holes = [hole for hole in probe.holes if set(hole.faces) & on[0] and hole.depth < each.depth - _DIFFERS]
            found += [teller.finding("CLOSED_FORM_DIFFERS", hole.depth, each.depth, faces=hole.faces, point=hole.point,
                                     name=each.name) for hole in holes[:1]]
    return found


def _value(limit: Limit | None) -> float:
    return 0.0 if limit is None or limit.value is None else limit.value


def _less(measured: float, limit: Limit) -> bool:
    return limit.value is not None and measured < limit.value - _SAME


def _more(measured: float, limit: Limit) -> bool:
    return limit.value is not None and measured > limit.value + _SAME

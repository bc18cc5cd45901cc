"""A stepped shaft drawn by hand: thread, undercut, fit, bore, cross hole, and every symbol that a sheet knows."""

from __future__ import annotations

from math import asin, cos, degrees, radians, sin

from configurator.exchange import sheet as s
from configurator.exchange.sheet import Arc, Box, Circle, Group, Hatch, Line, Polyline
from configurator.texts import say

FIELDS = {"legal_owner": "Manufacture d'essai SA\n2300 La Chaux-de-Fonds", "number": "SH-7K2M9QX4TB-01", "date": "2026-11-23",
          "creator": "L. Müller", "approver": "–", "revision": "A", "material": "1.4435 (X2CrNiMo18-14-3)", "quantity": "1"}
WORDS = {
    "en": {"title": "Stepped shaft", "document_type": "Component drawing", "status": "In preparation", "mass": "268.4 g"},
    "fr": {"title": "Arbre étagé", "document_type": "Dessin de pièce", "status": "En préparation", "mass": "268,4 g"},
    "de": {"title": "Abgesetzte Welle", "document_type": "Einzelteilzeichnung", "status": "In Bearbeitung", "mass": "268,4 g"},
}
# outline of the upper half: x, radius; the axis is X, mm
PROFILE = ((0, 9), (1, 10), (18, 10), (18, 8.5), (22, 8.5), (22, 15), (61, 15), (61, 12), (89, 12), (90, 11))
BORE, DEPTH, TIP = 6.0, 38.0, 3.6
HOLE, HOLE_AT = 2.5, 40.0


def turned(scale: float) -> Group:
    """Half section: the upper half cut, the lower half from outside; origin at the left end of the axis."""
    end, bottom = 90.0, 90.0 - DEPTH
    upper = [(x, r) for x, r in PROFILE]
    lower = [(x, -r) for x, r in PROFILE]
    entities: list[s.Entity] = [
        Polyline(tuple(upper)), Polyline(tuple(lower)), Line((0, -9), (0, 9)), Line((end, -11), (end, 11)),
        *(Line((x, -r), (x, 0)) for x, r in ((1, 10), (18, 10), (22, 15), (61, 15), (89, 12))),
        Polyline(((end, BORE), (bottom, BORE), (bottom - TIP, 0))), Line((bottom, BORE), (bottom, 0)),
        Line((HOLE_AT - HOLE, 0), (HOLE_AT - HOLE, 15)), Line((HOLE_AT + HOLE, 0), (HOLE_AT + HOLE, 15)),
    ]
    left = ((0, 0), (0, 9), (1, 10), (18, 10), (18, 8.5), (22, 8.5), (22, 15), (HOLE_AT - HOLE, 15), (HOLE_AT - HOLE, 0))
    right = ((HOLE_AT + HOLE, 0), (HOLE_AT + HOLE, 15), (61, 15), (61, 12), (89, 12), (90, 11), (90, BORE), (bottom, BORE),
             (bottom - TIP, 0))
    entities.append(Hatch((left, right)))
    view = Group(tuple(entities), "view front")
    thread = s.thread_side((0, 0), (16, 0), 9.08, limit=10)
    return Group((*view.placed((0, 0), scale=scale).entities, *thread.placed((0, 0), scale=scale).entities), "view front")


def from_left(scale: float) -> Group:
    """The shaft seen from the thread."""
    circles = Group((Circle((0, 0), 9), Circle((0, 0), 10), Circle((0, 0), 15)), "view left")
    thread = s.thread_end((0, 0), 9.08)
    return Group((*circles.placed((0, 0), scale=scale).entities, *thread.placed((0, 0), scale=scale).entities,
                  *s.centre_mark((0, 0), 15 * scale).entities), "view left")


def across(scale: float) -> Group:
    """Section through the cross hole: two halves of a disc."""
    angle = degrees(asin(HOLE / 15))
    x = 15 * cos(radians(angle))
    halves = []
    for flip in (1, -1):
        arc = tuple((flip * 15 * cos(radians(t)), 15 * sin(radians(t)))
                    for t in (angle + (180 - 2 * angle) * k / 60 for k in range(61)))
        halves.append(tuple((px, flip * py) for px, py in arc))
    lines = (Arc((0, 0), 15, angle, 180 - angle), Arc((0, 0), 15, 180 + angle, 360 - angle), Line((-x, HOLE), (x, HOLE)),
             Line((-x, -HOLE), (x, -HOLE)), Arc((0, 0), 15, -angle, angle), Arc((0, 0), 15, 180 - angle, 180 + angle))
    view = Group((*lines, Hatch(tuple(halves))), "section A-A")
    return Group((*view.placed((0, 0), scale=scale).entities, *s.centre_mark((0, 0), 15 * scale).entities), "section A-A")


def detail(scale: float) -> Group:
    """The undercut, larger."""
    lines = (Polyline(((14, 10), (18, 10), (18, 8.5), (22, 8.5), (22, 12.5))), )
    return Group(lines, "detail X").placed((-20 * scale, -9 * scale), scale=scale)


def shaft_sheet(paper: s.Paper, language: str) -> s.Sheet:
    """The whole sheet on A4 or A3."""
    large = paper.name == "A3"
    k = 2.0 if large else 1.0
    scale = f"{k:g}:1"
    space = paper.space
    words = WORDS[language]
    number = lambda value: s.number(value, language)
    block = s.TitleBlock(**FIELDS, **words, language=language, scale=scale, tolerances="ISO 2768-1 m\nISO 22081",
                         surface=f"Ra {number(1.6)}", others=True, paper=paper.name)
    origin = (space.left + (70 if large else 60), space.top - (95 if large else 70))
    at = lambda x, y: (origin[0] + x * k, origin[1] + y * k)
    front = turned(k).moved(*origin)
    section_at = (space.left + (60 if large else 38), space.bottom + (67 if large else 130))
    detail_at = (section_at[0] + (100 if large else 52), section_at[1])
    side_at = (front.box.right + 75, origin[1]) if large else (detail_at[0] + 60, section_at[1])
    views = [front, from_left(k).moved(*side_at), across(k).moved(*section_at), detail(2.5 * k).moved(*detail_at),
             s.centre_line(at(0, 0), at(90, 0)), s.centre_line(at(HOLE_AT, 0), at(HOLE_AT, 15), 2),
             s.cutting_plane((at(HOLE_AT, 15 + 4 / k), at(HOLE_AT, -15 - 4 / k)), "A", (1, 0)),
             s.section_label((section_at[0], section_at[1] + 15 * k + 6), "A", language),
             s.detail_circle(at(20, -9), 4.5 * k, "X", -100),
             s.detail_label((detail_at[0], detail_at[1] + 13 * k), "X", language, f"{number(2.5 * k)}:1")]
    if not large:
        views += [s.view_label((side_at[0], side_at[1] + 15 * k + 6), "B", language), s.viewing_arrow(at(-3, 13), (1, 0), "B")]
    notes = s.note_block((space.left + 4, space.bottom + (29 if large else 90)),
                         s.general_notes(language, edges=(-0.1, 0.1), finishing="after"), 90, title=say("sheet.notes", language))
    views += [s.datum("A", at(27, 15), (0, 1), reach=5), s.roughness(at(81, 12), f"Ra {s.number(0.4, language)}"), notes]
    below = [s.frame(paper), s.title_block(block, paper, language), *views]
    taken = s.Occupied(space, below)
    size = lambda nominal, **more: s.size_label(nominal, language=language, **more)
    wishes = [
        s.DimensionWish(at(0, -10), at(16, -10), "below", size(16)),
        s.DimensionWish(at(0, -9), at(22, -15), "below", size(22, lower=-0.1, upper=0.1)),
        s.DimensionWish(at(22, -15), at(61, -15), "below", size(39, lower=-0.062, upper=0)),
        s.DimensionWish(at(0, -9), at(90, -11), "below", size(90, lower=-0.2, upper=0.2)),
        s.DimensionWish(at(0, 9), at(HOLE_AT, 15), "above", size(40)),
        s.DimensionWish(at(90 - DEPTH, BORE), at(90, BORE), "above", size(DEPTH, lower=0, upper=0.5)),
        s.DimensionWish(at(89, 12), at(89, -12), "right", size(24, symbol="⌀", fit="f7", lower=-0.041, upper=-0.020, limits=True)),
        s.DimensionWish(at(1, 10), at(1, -10), "left", s.toleranced(f"M20×{number(1.5)}-6g")),
    ]
    placed = list(s.place_dimensions(front.box, wishes, taken))
    cross = Box(section_at[0] - 15 * k, section_at[1] - 15 * k, section_at[0] + 15 * k, section_at[1] + 15 * k)
    placed += s.place_dimensions(cross, [
        s.DimensionWish((section_at[0], section_at[1] + 15 * k), (section_at[0], section_at[1] - 15 * k), "left",
                        size(30, symbol="⌀", fit="h6", lower=-0.013, upper=0)),
        s.DimensionWish((section_at[0] + 14 * k, section_at[1] + HOLE * k), (section_at[0] + 14 * k, section_at[1] - HOLE * k),
                        "right", size(5, symbol="⌀", fit="H11", lower=0, upper=0.075))], taken)
    placed += s.place_notes(front.box, [s.NoteWish(at(75, BORE), [size(12, symbol="⌀", fit="H7", lower=0, upper=0.018)])], taken)
    placed.append(s.place_around(front.box, at(50, 15), lambda elbow, way: s.tolerance_frame(
        (elbow[0] if way > 0 else elbow[0] - 38, elbow[1] - 3.5), "cylindricity", number(0.005), tip=at(50, 15)), taken,
        "cylindricity"))
    placed.append(s.place_around(front.box, at(70, -12), lambda elbow, way: s.tolerance_frame(
        (elbow[0] if way > 0 else elbow[0] - 38, elbow[1] - 3.5), "run_out", number(0.02), ("A",), tip=at(70, -12)), taken,
        "run-out"))
    placed += s.place_balloons(front.box, [s.BalloonWish(at(55, -13), "1"), s.BalloonWish(at(66, -9), "2")], taken)
    left = detail_at[0] - 20 * 2.5 * k
    place = lambda x, y: (left + x * 2.5 * k, detail_at[1] + (y - 9) * 2.5 * k)
    placed += s.place_dimensions(Box(*place(14, 8.5), *place(22, 12.5)), [
        s.DimensionWish(place(18, 8.5), place(22, 8.5), "below", size(4, lower=0, upper=0.1))], taken)
    return s.Sheet(paper, (s.draft_mark(paper, language), *below, *placed))

"""What lies on a sheet: labels, dimensions, title block, and room for all of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import hypot, pi

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from configurator.exchange import sheet as s
from configurator.exchange.sheet import (
    Circle,
    DimensionWish,
    Filled,
    Group,
    Hatch,
    Layer,
    Line,
    Occupied,
    Polyline,
    Sheet,
    Text,
)
from configurator.exchange.sheet.extents import hatch_lines, text_corners
from configurator.exchange.sheet.lettering import FONT_FILE, width

BLOCK = {"legal_owner": "Owner", "number": "AB-0123456789-01", "date": "2026-11-23", "title": "Plate", "creator": "A",
         "approver": "B", "document_type": "Component drawing"}


def strings(group: Group) -> list[str]:
    return [entity.string for entity in group.entities if isinstance(entity, Text)]


@pytest.mark.parametrize(("label", "said"), [
    (lambda: s.size_label(40, symbol="⌀", fit="h9", lower=-0.062, upper=0, language="de"), ["⌀40 h9", "0", "−0,062"]),
    (lambda: s.size_label(40, symbol="⌀", fit="h9", lower=-0.062, upper=0, language="fr", limits=True), ["⌀40 h9", "40,000", "39,938"]),
    (lambda: s.size_label(40, lower=-0.062, upper=0.1), ["40", "+0.100", "−0.062"]),
    (lambda: s.size_label(2.5, lower=-0.1, upper=0.1, language="de", count=4), ["4× 2,5 ±0,1"]),
    (lambda: s.size_label(0.8, symbol="R"), ["R0.8"]),
    (lambda: s.toleranced("M20×1,5-6g", suffix="↧ 16"), ["M20×1,5-6g", "↧ 16"]),
])
def test_a_label_says_what_the_standard_writes(label: Callable[[], s.Label], said: list[str]) -> None:
    assert [entity.string for entity in label().entities if isinstance(entity, Text)] == said


@given(st.text(st.sampled_from("ABCxyzgjpq0123456789,.±°×ØéäüßÀ ()-/"), max_size=30))
def test_lettering_is_as_wide_as_the_typeface_says(string: str) -> None:
    font = TTFont(FONT_FILE)
    cmap, advances = font.getBestCmap(), font["hmtx"].metrics
    assert width(string) == pytest.approx(sum(advances[cmap[ord(each)]][0] for each in string) / font["OS/2"].sCapHeight)


def test_a_letter_that_the_typeface_lacks_is_refused_by_name() -> None:
    with pytest.raises(s.SheetError, match=r"no '漢' \(U\+6F22\)"):
        s.label("漢字")


def test_turned_lettering_keeps_its_size() -> None:
    upright, turned = (text_corners(Text("⌀40 h9", (10, 10), 3.5, "centre", "middle", turn)) for turn in (0, 37))
    sides = [[hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(corners)] for corners in (upright, turned)]
    assert sides[0] == pytest.approx(sides[1])


@pytest.mark.parametrize("length", [40.0, 12.0, 3.0])
@pytest.mark.parametrize("direction", ["horizontal", "vertical", "aligned"])
def test_arrows_of_a_dimension_stand_on_its_extension_lines(length: float, direction: str) -> None:
    end = {"horizontal": (50 + length, 55), "vertical": (45, 50 + length), "aligned": (50 + length * 0.6, 50 + length * 0.8)}[direction]
    through = {"horizontal": (0, 70), "vertical": (30, 0), "aligned": (50 - 8, 50 + 6)}[direction]
    group = s.linear((50, 50), end, through, "40 ±0,1", direction=direction)
    tips = [entity.points[0] for entity in group.entities if isinstance(entity, Filled)]
    assert len(tips) == 2
    assert hypot(tips[1][0] - tips[0][0], tips[1][1] - tips[0][1]) == pytest.approx(length)
    bases = [(entity.points[1][0] + entity.points[2][0]) / 2 for entity in group.entities if isinstance(entity, Filled)]
    if direction == "horizontal":
        assert (min(tips[0][0], tips[1][0]) < min(bases)) is (length > 7)  # heads inside where there is room for them
    # nothing of a dimension lies on its own lettering
    assert s.overlaps(Sheet(s.A4_PORTRAIT, (group.moved(40, 100),))) == []


def test_a_dimension_that_measures_nothing_is_refused() -> None:
    with pytest.raises(s.SheetError, match="measures nothing along its line"):
        s.linear((0, 0), (0, 10), (0, 5), "10", direction="horizontal")


@pytest.mark.parametrize("angle", range(0, 360, 20))
def test_round_dimensions_keep_their_lines_off_their_lettering(angle: int) -> None:
    centre = (100.0, 150.0)
    for group in (s.diameter(centre, 20, angle, s.size_label(40, symbol="⌀", fit="H7", lower=0, upper=0.025)),
                  s.diameter(centre, 2, angle, "⌀4"), s.radius(centre, 10, angle, "R10"), s.radius(centre, 30, angle, "R30", inside=True),
                  s.angular(centre, 25, angle, angle + 70, "70°", extend=(10, 12)), s.angular(centre, 25, angle, angle + 8, "8°"),
                  s.leader(centre, (centre[0] + 20, centre[1] + 15), ["M2×0,25", "durchgehend gj"])):
        assert [str(each) for each in s.overlaps(Sheet(s.A4_PORTRAIT, (group,)))] == [], group.kind


def test_hatching_covers_its_region_evenly() -> None:
    outer = ((20.0, 20.0), (100.0, 20.0), (100.0, 80.0), (20.0, 80.0))
    hole = ((40.0, 40.0), (40.0, 60.0), (70.0, 60.0), (70.0, 40.0))
    for angle in (0, 30, 45, 135):
        lines = hatch_lines(Hatch((outer, hole), angle, 0.5))
        covered = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in lines) * 0.5
        assert covered == pytest.approx(80 * 60 - 30 * 20, rel=0.01)
        middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in lines]
        assert not any(40 < x < 70 and 40 < y < 60 for x, y in middles)


def test_hatching_that_would_be_black_is_refused() -> None:
    with pytest.raises(s.SheetError, match=r"take 0\.5 mm or more"):
        hatch_lines(Hatch((((0, 0), (100, 0), (100, 100)),), 45, 0.0))


@pytest.mark.parametrize(("first", "second", "what"), [
    (Text("one", (50, 50)), Text("two", (53, 51)), "text on text"),
    (Text("one", (50, 50)), Line((40, 51), (80, 51)), "line through text"),
    (Text("one", (50, 50)), Circle((50, 60), 9), "line through text"),
    (Text("one", (50, 50), turn=30), Polyline(((50, 40), (54, 54), (70, 60))), "line through text"),
    (Text("one", (50, 50)), Hatch((((45, 45), (70, 45), (70, 60), (45, 60)),)), "line through text"),
    (Text("one", (50, 50)), Line((200, 100), (205, 100)), "outside the frame"),
])
def test_what_lies_on_what_is_found_whichever_comes_first(first: Text, second: s.Entity, what: str) -> None:
    for groups in ((first, second), (second, first)):
        found = s.overlaps(Sheet(s.A4_PORTRAIT, tuple(Group((entity,), type(entity).__name__) for entity in groups)))
        assert {each.what for each in found} == {what}
        assert str(found[0]).startswith(what)


@pytest.mark.parametrize("second", [
    Text("two", (50, 57)), Line((40, 56), (80, 56)), Circle((54, 52), 12), Polyline(((47, 40), (47, 60), (80, 60)))])
def test_what_lies_beside_lettering_is_no_fault(second: s.Entity) -> None:
    assert s.overlaps(Sheet(s.A4_PORTRAIT, (Group((Text("one", (50, 50)),)), Group((second,))))) == []


@pytest.mark.parametrize(("change", "said"), [
    ({"number": "AB-0123456789-012"}, "number has 17 characters, but ISO 7200 has room for 16"),
    ({"title": "x" * 26}, "title has 26 characters"),
    ({"approver": " "}, "approver is empty, but ISO 7200 demands it"),
    ({"creator": "m" * 21, "date": ""}, "date is empty.*creator has 21 characters"),
    ({"material": "M" * 60}, "title block, material: .* there is room for 87 mm; shorten it"),
    ({"legal_owner": "one\ntwo\nthree\nfour"}, "needs 4 lines, but there is room for 3"),
])
def test_a_title_block_names_the_field_that_is_too_long(change: dict[str, str], said: str) -> None:
    with pytest.raises(s.SheetError, match=said):
        s.title_block(s.TitleBlock(**{**BLOCK, **change}), s.A4_PORTRAIT, "en")


@pytest.mark.parametrize("paper", s.PAPERS)
def test_a_title_block_with_every_field_full_holds_them_all(paper: s.Paper) -> None:
    full = s.TitleBlock("Manufacture d'horlogerie SA\n2300 La Chaux-de-Fonds", "WC-7K2M9QX4TB-01", "2026-11-23", "Gehäusemittelteil mit Höhe",
                        "Maximiliane Muster-A"[:20], "Jean-François de Mont", "Zeichnung einer Gruppe, Seite2", "1/12", "AB",
                        "Uhr mit Saphirglas, wasserdicht bis 5 bar, Stahl", "In Bearbeitung / v 12", "de", "1.4435 (X2CrNiMo18-14-3)",
                        "1268,4 g", "12 Stück", "2:1 (5:1)", "ISO 2768-1 m\nISO 22081", "Ra 0,8", True, paper.name)
    assert "title has 26" in _refusal(full)
    good = s.TitleBlock(**{**vars(full), "title": "Gehäusemittelteil mit Höh", "approver": "Jean-François Montag", "status": "In Bearbeitung v. 12"})
    group = s.title_block(good, paper, "de")
    assert s.overlaps(Sheet(paper, (s.frame(paper), group))) == []
    assert group.box == pytest.approx(s.title_block_box(paper))


def _refusal(block: s.TitleBlock) -> str:
    with pytest.raises(s.SheetError) as raised:
        s.title_block(block, s.A4_PORTRAIT, "de")
    return str(raised.value)


def test_a_parts_list_names_the_item_that_is_too_long() -> None:
    row = s.PartsListRow("1", "2", "Case back", "WC-7K2M9QX4TB-01", "1.4435")
    group = s.parts_list([row, row._replace(item="2")], (200, 70), "fr")
    assert group.box == pytest.approx((20, 70, 200, 70 + s.parts_list_height(2)))
    assert s.overlaps(Sheet(s.A4_PORTRAIT, (group,))) == []
    with pytest.raises(s.SheetError, match=r"parts list, item 1, material: .* there is room for 44 mm"):
        s.parts_list([row._replace(material="M" * 40)], (200, 70), "fr")


VIEW = s.Box(70.0, 120.0, 150.0, 180.0)
OUTLINE = Group((Polyline(VIEW.loop(), closed=True),), "view front")
ends = st.integers(0, 16).map(lambda step: step * 5.0)
wishes = st.lists(st.tuples(ends, ends, st.sampled_from(["above", "below", "left", "right"])), min_size=1, max_size=9)


def wish(low: float, high: float, side: str) -> DimensionWish:
    words = s.size_label(abs(high - low), symbol="⌀", lower=-0.021, upper=0.1, language="de")
    if side in ("above", "below"):
        return DimensionWish((70 + low, 150), (70 + high, 150), side, words)
    return DimensionWish((110, 120 + low * 0.75), (110, 120 + high * 0.75), side, words)


@settings(max_examples=60, deadline=None)
@given(wishes)
def test_stacked_dimensions_never_lie_on_one_another(asked: list[tuple[float, float, str]]) -> None:
    asked = [each for each in asked if each[0] != each[1]]
    once, again = [], []
    for found in (once, again):
        try:
            found += s.place_dimensions(VIEW, [wish(*each) for each in asked], Occupied(s.A3_LANDSCAPE.space, [OUTLINE]))
        except s.SheetFull as full:
            found.append(str(full))
    assert once == again
    if once and isinstance(once[0], str):
        return
    assert [str(each) for each in s.overlaps(Sheet(s.A3_LANDSCAPE, (OUTLINE, *once)))] == []
    assert not any(group.box.meets(VIEW.grown(-0.1)) and any(isinstance(entity, Text) and VIEW.holds(s.Box(*entity.at, *entity.at))
                                                             for entity in group.entities) for group in once)


def test_longer_dimensions_stand_outside_shorter_ones() -> None:
    spans = ((0, 80), (0, 30), (30, 60), (0, 60))
    asked = [wish(low, high, "below")._replace(words=str(high - low)) for low, high in spans]
    found = s.place_dimensions(VIEW, asked, Occupied(s.A3_LANDSCAPE.space, [OUTLINE]))
    levels = [max(point[1] for entity in group.entities if isinstance(entity, Filled) for point in entity.points[:1]) for group in found]
    assert levels == [VIEW.bottom - 8 - 7 * 2, VIEW.bottom - 8, VIEW.bottom - 8, VIEW.bottom - 8 - 7]


def test_a_full_sheet_says_so() -> None:
    tight = Occupied(VIEW.grown(9), [OUTLINE])
    with pytest.raises(s.SheetFull, match="neither above nor below of the view; take a smaller scale or a larger sheet"):
        s.place_dimensions(VIEW, [wish(0, 80, "above")] * 3, tight)
    with pytest.raises(s.SheetFull, match="balloon 1"):
        s.place_balloons(VIEW, [s.BalloonWish((100, 150), "1")], tight)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(70, 150), st.integers(120, 180)), min_size=1, max_size=12, unique=True))
def test_balloons_and_notes_stand_outside_the_view_and_on_nothing(tips: list[tuple[int, int]]) -> None:
    taken = Occupied(s.A3_LANDSCAPE.space, [OUTLINE])
    half = len(tips) // 2
    try:
        placed = s.place_balloons(VIEW, [s.BalloonWish(tip, str(index)) for index, tip in enumerate(tips[:half])], taken)
        placed += s.place_notes(VIEW, [s.NoteWish(tip, ["M2×0,25-6H", "4× gleichmässig"]) for tip in tips[half:]], taken)
    except s.SheetFull:
        return
    assert [str(each) for each in s.overlaps(Sheet(s.A3_LANDSCAPE, (OUTLINE, *placed)))] == []
    for group in placed:
        assert not any(isinstance(entity, Text) and VIEW.holds(s.Box(*entity.at, *entity.at)) for entity in group.entities)


def test_groups_are_scaled_turned_and_moved() -> None:
    group = Group((Circle((10, 0), 2), s.Arc((0, 0), 5, 0, 90), s.EllipseArc((0, 0), (4, 0), 0.5), Text("A", (1, 1), 5)), "view")
    moved = group.placed((100, 50), scale=2, turn=90)
    circle, arc, ellipse, text = moved.entities
    assert circle == Circle((100, 70), 4)
    assert (arc.start, arc.end, arc.radius) == (90, 180, 10)
    assert ellipse.major == pytest.approx((0, 8))
    assert (text.at, text.height, text.turn) == (pytest.approx((98, 52)), 5, 90)
    assert s.EllipseArc((0, 0), (10, 0), 0.5)._replace(layer=Layer.THIN).layer == "THIN"
    box = Group((s.EllipseArc((0, 0), (10, 0), 0.5),)).box
    assert box == pytest.approx((-10, -5, 10, 5), abs=0.02)
    assert box.width * box.height * pi / 4 == pytest.approx(pi * 10 * 5, rel=0.01)


@pytest.mark.parametrize("paper", s.PAPERS)
def test_the_frame_is_that_of_iso_5457(paper: s.Paper) -> None:
    assert paper.space == s.Box(20, 10, paper.width - 10, paper.height - 10)
    names = strings(s.frame(paper))
    assert {"1", "2", "A", "B"} <= set(names)
    assert "I" not in names
    assert (len(names) == len(set(names))) is (paper.name == "A4")
    assert s.frame(paper).box == s.Box(15, 5, paper.width - 5, paper.height - 5)


def test_symbols_of_geometry_are_those_of_iso_1101() -> None:
    frame = s.tolerance_frame((50, 100), "position", "⌀0,02", ("A", "B"), tip=(120, 150))
    assert strings(frame) == ["⌖", "⌀0,02", "A", "B"]
    with pytest.raises(s.SheetError, match="'flat' is no geometrical characteristic; there are: straightness, flatness"):
        s.tolerance_frame((0, 0), "flat", "0,1")
    for each in s.CHARACTERISTICS:
        group = s.tolerance_frame((50, 100), each, "0,01", tip=(80, 150), elbow=(80, 120))
        assert s.overlaps(Sheet(s.A4_PORTRAIT, (group,))) == [], each


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_notes_are_broken_to_their_room(language: str) -> None:
    notes = s.note_block((30, 200), s.general_notes(language, edges=(-0.1, 0.05), finishing="before"), 45, title="X")
    assert notes.box.width <= 45.01
    assert s.overlaps(Sheet(s.A4_PORTRAIT, (notes,))) == []
    assert ("−0.1" if language == "en" else "−0,1") in " ".join(strings(notes))


def test_symbols_and_marks_keep_their_lines_off_their_lettering() -> None:
    groups = (
        *(s.roughness((60, 200), "Ra 0,8", kind=kind, turn=turn, height=height)
          for kind in ("any", "removed", "kept") for turn in (0, 90) for height in (2.5, 3.5)),
        s.roughness_at((60, 100), (80, 130), "Rz 6,3"), s.roughness_at((60, 100), (50, 80), "Ra 0,4", kind="kept"),
        s.general_roughness((60, 100), "Ra 1,6"), s.general_roughness((60, 100), "Ra 1,6", others=False),
        *(s.datum("A", (100, 100), direction) for direction in ((0, 1), (1, 0), (-1, -1))),
        *(s.cutting_plane(points, "B", looking) for points, looking in (
            (((60, 100), (60, 180)), (1, 0)), (((60, 100), (140, 100)), (0, 1)), (((60, 100), (60, 140), (80, 140), (80, 180)), (-1, 0)))),
        s.section_label((100, 200), "A", "de", "2:1"), s.detail_label((100, 200), "X", "fr"), s.view_label((100, 200), "B", "en"),
        s.detail_circle((100, 100), 12, "X"), s.viewing_arrow((100, 100), (0, -1), "C"), s.balloon((100, 100), "12", (80, 70)),
        s.balloon((100, 100), "7", radius=3), s.first_angle_symbol((100, 100)), s.thread_end((100, 100), 8),
        s.thread_side((60, 100), (90, 100), 8, limit=10), s.pitch_circle((100, 100), 30))
    for group in groups:
        assert [str(each) for each in s.overlaps(Sheet(s.A4_PORTRAIT, (group,)))] == [], group.kind


def test_a_thin_three_quarter_circle_stands_for_a_thread() -> None:
    arc = s.thread_end((0, 0), 8).entities[0]
    assert isinstance(arc, s.Arc)
    assert (arc.layer, (arc.end - arc.start) % 360) == (Layer.THIN, 270)


def test_the_first_angle_symbol_shows_what_is_seen_from_the_small_end() -> None:
    cone, *rest = s.first_angle_symbol((0, 0), 6).entities
    heights = {x: max(y for px, y in cone.points if px == x) for x, _ in cone.points}
    circles = [entity for entity in rest if isinstance(entity, Circle)]
    # in first angle what is seen from the left stands at the right
    assert heights[min(heights)] < heights[max(heights)] < circles[0].centre[0]
    assert sorted(circle.radius for circle in circles) == sorted(heights.values())


@pytest.mark.parametrize(("upper", "lower", "language"), [("0", "−0,062", "de"), ("+0.1", "−0.05", "en"), ("40,000", "39,938", "fr")])
def test_decimal_marks_of_deviations_stand_under_one_another(upper: str, lower: str, language: str) -> None:
    label = s.toleranced("⌀40", upper=upper, lower=lower)
    mark = "." if language == "en" else ","
    high, low = (entity for entity in label.entities if isinstance(entity, Text) and entity.height == 2.5)
    places = [text.at[0] + width(text.string.partition(mark)[0]) * 2.5 for text in (high, low)]
    assert places[0] == pytest.approx(places[1])
    assert low.at[1] == 0
    assert high.at[1] >= 2.5

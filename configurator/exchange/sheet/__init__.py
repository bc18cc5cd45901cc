"""A drawing sheet as plain values, and its three writers: PDF, DXF, SVG.

It knows lines and lettering and nothing of parts. Millimetres on paper, X right, Y up, the origin in the lower left
corner of the sheet; angles in degrees counter-clockwise. Everything is a frozen value; the same values give the same
bytes. What cannot stand on a sheet raises SheetError; where there is no room left, SheetFull: take a smaller scale or a
larger sheet.

A sheet is made of groups, lowest first::

    paper = A3_LANDSCAPE
    front = Group((Polyline(((0, 0), (40, 0), (40, 16), (0, 16)), closed=True),), "view front").placed((60, 150), scale=2)
    below = (frame(paper), title_block(block, paper, "de"), front)
    occupied = Occupied(paper.space, below)
    stack = place_dimensions(front.box, [DimensionWish((60, 150), (140, 150), "below", size_label(40))], occupied)
    sheet = Sheet(paper, (draft_mark(paper, "de"), *below, *stack))
    assert not overlaps(sheet)
    write_pdf(sheet, DocumentProperties("WC-7K2M9QX4TB-01")), write_dxf(...), write_svg(...)

**Model** (model.py, groups.py): `Line`, `Arc`, `Circle`, `EllipseArc`, `Polyline`, `Filled`, `Hatch`, `Text`, each on a
`Layer`; `Group` (its `box`; `placed` scales, turns and moves it), `Sheet`, `Paper` and its `space` inside the frame.

**Labels** (labels.py): `size_label` for numbers with fit or deviations, `toleranced` for words that are already made,
`label` for plain ones, `number` for a number as its language writes it.

**Composites**, each a `Group`: `linear`, `diameter`, `radius`, `angular`; `leader`, `balloon`; `roughness`,
`roughness_at`, `general_roughness`; `tolerance_frame`, `datum`; `centre_line`, `centre_mark`, `pitch_circle`; `cutting_plane`,
`section_label`, `detail_label`, `view_label`, `detail_circle`, `viewing_arrow`; `thread_end`, `thread_side`;
`first_angle_symbol`; `frame`, `title_block`, `parts_list`, `note_block`, `general_notes`, `draft_mark`.

**Room** (overlaps.py, stacking.py, placing.py): `overlaps` lists what lies on what; `Occupied` knows what is taken;
`place_dimensions` stacks dimensions round a view; `place_notes`, `place_balloons` and, for any group with a leader,
`place_around` find room round it.

**Writers**: `write_pdf`, `write_dxf`, `write_svg`.
"""

from __future__ import annotations

from .centres import centre_line, centre_mark, pitch_circle
from .draft import draft_mark
from .dxf import write_dxf
from .errors import SheetError, SheetFull
from .frame import frame
from .geometrical import CHARACTERISTICS, datum, tolerance_frame
from .groups import A3_LANDSCAPE, A3_PORTRAIT, A4_LANDSCAPE, A4_PORTRAIT, PAPERS, DocumentProperties, Group, Paper, Sheet
from .labels import Label, deviations, label, number, size_label, toleranced
from .leaders import balloon, leader
from .linear import linear
from .model import Arc, Box, Circle, EllipseArc, Entity, Filled, Hatch, Layer, Line, Polyline, Text
from .notes import general_notes, note_block
from .occupancy import Occupied
from .overlaps import Overlap, overlaps
from .parts_list import PartsListRow, parts_list, parts_list_height
from .pdf import write_pdf
from .placing import BalloonWish, NoteWish, place_around, place_balloons, place_notes
from .projection import first_angle_symbol
from .radial import angular, diameter, radius
from .sections import cutting_plane, detail_circle, detail_label, section_label, view_label, viewing_arrow
from .stacking import DimensionWish, place_dimensions
from .surface import general_roughness, roughness, roughness_at
from .svg import write_svg
from .threads import thread_end, thread_side
from .title_block import TitleBlock, title_block, title_block_box

__all__ = [
    "A3_LANDSCAPE", "A3_PORTRAIT", "A4_LANDSCAPE", "A4_PORTRAIT", "CHARACTERISTICS", "PAPERS", "Arc", "BalloonWish", "Box",
    "Circle", "DimensionWish", "DocumentProperties", "EllipseArc", "Entity", "Filled", "Group", "Hatch", "Label", "Layer",
    "Line", "NoteWish", "Occupied", "Overlap", "Paper", "PartsListRow", "Polyline", "Sheet", "SheetError", "SheetFull",
    "Text", "TitleBlock", "angular", "balloon", "centre_line", "centre_mark", "cutting_plane", "datum", "detail_circle",
    "detail_label", "deviations", "diameter", "draft_mark", "first_angle_symbol", "frame", "general_notes",
    "general_roughness", "label", "leader", "linear", "note_block", "number", "overlaps", "parts_list", "parts_list_height",
    "pitch_circle", "place_around", "place_balloons", "place_dimensions", "place_notes", "radius", "roughness",
    "roughness_at", "section_label", "size_label", "thread_end", "thread_side", "title_block", "title_block_box",
    "tolerance_frame", "toleranced", "view_label", "viewing_arrow", "write_dxf", "write_pdf", "write_svg",
]

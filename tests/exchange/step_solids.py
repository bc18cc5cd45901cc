"""Solids for the tests of STEP, made by the kernel, and parts made of them. cadquery loads with the first solid."""

from __future__ import annotations

from functools import cache
from math import pi
from typing import Any

from configurator.exchange.step import Header, StepMaterial, StepPart, body
from configurator.product.measured import Measured
from configurator.product.placement import Placement

HEADER = Header(file_name="WC-7K2M9QX4TB-01_A.step", description="Middle case; 'satin' finish", organization="Lot One",
                author="", time_stamp="2026-01-31T00:00:00Z", originating_system="lot-one 0.1", authorisation="DRAFT")
STEEL = StepMaterial("1.4435", "X2CrNiMo18-14-3, annealed", 7.98)
BRASS = StepMaterial("CuZn39Pb3", 'brass "free cutting" (Messing für Drehteile, 黄铜)', 8.47)
PLACEMENTS = ((Placement(1.0, 2.0, 3.0),
               Placement(60.0, 0.0, 0.0, turn=30.0, tilt=40.0, spin=50.0)),
              (Placement(0.0, 0.0, 40.0, turn=90.0, tilt=-17.0),))
NAMES = ("plate", "ring", "loft", "sphere", "hollow", "spline", "mirrored", "moved", "cone", "text")


@cache
def solid(name: str) -> Any:
    """A TopoDS_Solid."""
    import cadquery as cq

    plate = cq.Workplane().box(40, 30, 6).faces(">Z").workplane().rarray(30, 20, 2, 2).hole(4).val()
    made: dict[str, Any] = {
        "plate": lambda: plate,
        "ring": lambda: cq.Workplane("XZ").moveTo(10, 0).rect(3, 5).revolve(360, (0, 0), (0, 1)).edges().fillet(0.5),
        "loft": lambda: (cq.Workplane().circle(10).workplane(offset=10).ellipse(6, 4).workplane(offset=8).rect(5, 5)
                         .loft().cut(cq.Workplane("XZ").circle(2).extrude(20, both=True))),
        "sphere": lambda: cq.Workplane().sphere(3),
        "hollow": lambda: cq.Workplane().box(10, 10, 10).cut(cq.Workplane().sphere(3)),
        "spline": lambda: (cq.Workplane().spline([(0, 0), (5, 3), (10, 0), (5, -6)], periodic=True).close()
                           .extrude(10).faces(">Z").workplane().center(5, -1).hole(2)),
        "mirrored": lambda: cq.Workplane().box(4, 5, 6).edges("|Z and >X").fillet(1).val().mirror("YZ", (10, 0, 0)),
        "moved": lambda: plate.moved(cq.Location((5, -3, 11), (1, 2, 3), 77)),
        "cone": lambda: cq.Workplane(obj=cq.Solid.makeCone(5, 0, 10)),
        "text": lambda: cq.Workplane().box(30, 12, 3).faces(">Z").workplane().text("Lot & 1", 7, -0.4),
    }
    found = made[name]()
    found = found.val() if isinstance(found, cq.Workplane) else found
    only, = found.Solids()
    return only.wrapped


def measured(name: str) -> Measured:
    from configurator.geometry.kernel.measure import measured

    return measured(solid(name))[0]


@cache
def raw(name: str) -> bytes:
    from configurator.geometry.kernel.step import write_raw

    return write_raw(solid(name))


@cache
def part(name: str, number: str = "WC-7K2M9QX4TB-01", material: StepMaterial = STEEL,
         colour: tuple[float, float, float] = (0.75, 0.75, 0.78), description: str = "Middle case") -> StepPart:
    return StepPart(number, description, body(raw(name)), measured(name), material, colour, revision="A")


def components() -> list[tuple[StepPart, tuple[Placement, ...]]]:
    """Two parts, three pieces, one with a name that no writer likes."""
    return [(part("plate"), PLACEMENTS[0]),
            (part("ring", "O'Ring \"Ü\" 中文 #1;", BRASS, (1.0, 0.2, 0.25)), PLACEMENTS[1])]


def which_differ(files: list[bytes]) -> list[bool]:
    """Of each file, whether the kernel sees that its geometry is not what it says, or refuses, or dies of it.

    To be called where the kernel was loaded and has done nothing yet: each file is read by a forked child.
    """
    import os
    import signal

    from configurator.geometry.kernel.step import reread

    answers = []
    for data in files:
        child = os.fork()
        if not child:
            signal.alarm(30)
            os._exit(any(found.differences() for found in reread(data)))
        answers.append(os.waitpid(child, 0)[1] != 0)
    return answers


def volumes_in_closed_form() -> dict[str, float]:
    """mm3."""
    plate = 40 * 30 * 6 - 4 * pi * 2**2 * 6
    return {"plate": plate, "moved": plate, "sphere": 36 * pi, "hollow": 1000 - 36 * pi, "cone": pi * 250 / 3,
            "mirrored": 4 * 5 * 6 - 2 * (1 - pi / 4) * 6}

"""FreeCAD as the caliper: ten dimensions of five watches, read off the STEP files of their packages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from configurator import load_template
from configurator.exchange.archive import read_stored_zip

PYTHON = "/usr/bin/python3"
NEAR = 2e-6  # mm
READ = r"""
import json, os, sys
sys.path[:0] = [p for p in ("/usr/lib/freecad-python3/lib", "/usr/lib/freecad/lib") if os.path.isdir(p)]
import FreeCAD, Part
found = []
for path in json.load(sys.stdin):
    shape = Part.Shape()
    shape.read(path)
    box, cylinders, levels = shape.optimalBoundingBox(), [], []
    for face in shape.Faces:
        surface = face.Surface
        if isinstance(surface, Part.Cylinder):
            reach = face.optimalBoundingBox()
            cylinders.append([2 * surface.Radius, list(surface.Axis), list(surface.Center), reach.ZMin, reach.ZMax])
        elif isinstance(surface, Part.Plane) and abs(abs(surface.Axis.z) - 1) < 1e-9:
            levels.append(surface.Position.z)
    found.append({"box": [box.XLength, box.YLength, box.ZLength], "cylinders": cylinders, "levels": levels})
sys.stderr.write("ANSWER " + json.dumps(found))
"""
CASES: dict[str, dict[str, Any]] = {
    "gold dress watch": {"movement": "RONDA 505", "case_diameter": 34, "opening": 26, "lug_to_lug": 42, "lug_width": 18,
                         "wrist": 160, "lug_style": "curved", "water_resistance": "3 bar", "metal": "Au750 5N",
                         "crown_diameter": 5},
    "titanium diver": {"case_diameter": 43, "lug_to_lug": 52, "lug_width": 22, "bezel_style": "stepped", "depth": 2.6,
                       "lug_style": "facetted", "water_resistance": "20 bar", "metal": "Ti grade 5", "crown_diameter": 7},
    "fluted platinum": {"case_diameter": 40, "lug_to_lug": 49, "bezel_style": "fluted", "metal": "Pt950 Ru", "opening": 29},
    "bronze field watch": {"metal": "CuSn8", "case_diameter": 40, "engraving": "Nord 54", "letter_height": 2.4,
                           "crown_flutes": 18},
    "steel with a window": {"movement": "RONDA 8040.N", "case_diameter": 45, "opening": 34, "lug_to_lug": 55, "wrist": 190,
                            "lug_width": 24, "back_style": "display", "water_resistance": "10 bar"},
}


@pytest.fixture(scope="module", params=CASES)
def measured(request: pytest.FixtureRequest, composer: Any, judge: Callable[..., Any],
             tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, dict[str, Any]]:
    """A watch, and what FreeCAD reads of each of its made parts."""
    watch = load_template("watch_case")(**CASES[request.param])
    package, folder = composer.compose(watch), tmp_path_factory.mktemp("step")
    content = read_stored_zip(package.data)
    names = ["midcase", "bezel", "crystal", "case_back", "crown"]
    files = []
    for name in names:
        path = next(path for path in content if path.startswith(f"cad/{watch.part_number(name)}_"))
        files.append(folder / Path(path).name)
        files[-1].write_bytes(content[path])

    def asked() -> Any:
        done = subprocess.run([PYTHON, "-c", READ], input=json.dumps([str(file) for file in files]), text=True,
                              capture_output=True, timeout=250, check=False,
                              env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"})
        if "ModuleNotFoundError" in done.stderr:
            return None
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stderr.rpartition("ANSWER ")[2])

    return watch, dict(zip(names, judge("FreeCAD", asked), strict=True))


def _turned(part: dict[str, Any], diameter: float, low: float, high: float) -> bool:
    return any(abs(d - diameter) < NEAR and abs(abs(axis[2]) - 1) < 1e-9 and abs(a - low) < NEAR and abs(b - high) < NEAR
               for d, axis, _, a, b in part["cylinders"])


def _crossing(part: dict[str, Any], diameter: float) -> set[tuple[float, float]]:
    """(y, z) of the axes of bores along X."""
    return {(round(centre[1], 5), round(centre[2], 5)) for d, axis, centre, _, _ in part["cylinders"]
            if abs(d - diameter) < NEAR and abs(abs(axis[0]) - 1) < 1e-9}


def test_ten_dimensions_read_by_freecad(measured: tuple[Any, dict[str, Any]]) -> None:
    w, parts = measured
    case, back = parts["midcase"], parts["case_back"]
    assert case["box"][1] == pytest.approx(w.lug_to_lug, abs=NEAR), "1 length over the lugs"
    assert _turned(case, w.case_diameter, 1.5, w.flank_top), "2 flank"
    assert _turned(case, 2 * w.bore, 1.5, w.dial_seat), "3 movement seat"
    assert _turned(case, w.thread - 0.541, 0, 1.5), "4 thread of the back, as drilled"
    assert _turned(case, 2 * w.glass_bore, w.glass_seat, w.neck_top), "5 glass seat"
    assert _crossing(case, 2.0) == {(0.0, round(w.stem, 5))}, "6 bore for the crown tube"
    bar = (round(w.lug_to_lug / 2 - 1.3, 5), round(w.bar_height, 5))
    assert _crossing(case, 0.95) == {bar, (-bar[0], bar[1])}, "7 spring-bar holes"
    assert _turned(parts["bezel"], 2 * w.neck - 0.03, w.shoulder, w.neck_edge + 0.05), "8 press fit of the bezel"
    assert parts["crystal"]["box"] == pytest.approx([2 * w.glass_radius, 2 * w.glass_radius, w.glass], abs=NEAR), "9 glass"
    assert _turned(back, w.thread, 0, 1.425), "10 thread of the back, major diameter"
    assert any(abs(z + w.back) < NEAR for z in back["levels"]), "thickness of the back"
    assert parts["crown"]["box"][2] == pytest.approx(w.figures.crown_length, abs=NEAR), "length of the crown"

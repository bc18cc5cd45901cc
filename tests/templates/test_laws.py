"""What is true of every template."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from math import isclose
from pathlib import Path

import pytest

from configurator import InvalidChoice, Look, Material, Product
from configurator.certify.plan import planned
from configurator.certify.rules import rule_findings
from configurator.certify.sweep import sweep
from configurator.exchange.step import body
from configurator.geometry.answers import FaceRow
from configurator.geometry.client import Geometry, placed
from configurator.geometry.controlled import FaceIndex, found
from configurator.making.bill import mass
from configurator.package.check import check
from configurator.package.compose import Composer
from configurator.package.write import write
from configurator.product.characteristics import SIZES
from configurator.product.parameters import plain
from configurator.texts import LANGUAGES

SAMPLES = 16


def some(template: type[Product], count: int, seed: int = 7) -> list[Product]:
    """Random valid configurations, the default first."""
    return [template(), *template.space.sample(count - 1, seed)]


def test_a_small_sweep_finds_no_failure(template, geometry):
    """One valid closed solid a part, within its expectation, clear of the others but for interfaces: 0 failures."""
    found = sweep(planned(template, SAMPLES, 11).thinned(24), geometry)
    assert [f"{each.planned.found_at}: {each.fault.message}" for each in found.failures] == []
    assert found.plan.asked["random"] == SAMPLES
    assert len(found.outcomes) > SAMPLES
    assert all(outcome.made + outcome.kept for outcome in found.outcomes)


def test_every_rule_can_be_kept_and_every_value_be_had(template):
    """No rule that nothing keeps, no rules that contradict each other, no option or end of a grid that nobody can have."""
    found = [f"{each.place}: {each.sentence}; {each.suggestion}" for each in rule_findings(template) if each.severity != "note"]
    assert found == []


def test_every_part_says_what_it_must_measure(template):
    for name, part in template.parts.items():
        assert part.expectation is not None, f"{template.__name__}.{name}: write @{name}.expect"
        for product in some(template, 5):
            expected = part.expectation(product)
            assert expected.volume is not None
            assert 0 < expected.volume_within <= 0.05
            assert any(size is not None for size in expected.size)


def shipped(template: type[Product]) -> bool:
    return template.__module__.startswith("part_templates.") or template.template == "a_new_template"


def test_what_is_controlled_is_found_on_every_solid(template, geometry):
    """The build has looked; here once more from its plain answer, with nominals, and with words that can be told apart."""
    for product in some(template, 8, seed=23):
        for answer in geometry.build(product, mesh=False):
            known = product.controlled(answer.name)
            for each in found(answer.name, known, FaceIndex(answer.faces, answer.measured)):
                if each.characteristic.kind in SIZES:
                    assert each.measured == pytest.approx(each.characteristic.nominal, abs=1e-5)
            for language in LANGUAGES:
                words = [template.characteristic_label(answer.name, each, language) for each in known]
                assert len(set(words)) == len(words), f"{answer.name}: two characteristics have the same label"


def test_each_made_part_says_how_large_it_is(template, geometry):
    """Of the shipped templates and what `new-template` writes: each extent is a nominal, or a diameter and a wall on both sides."""
    if not shipped(template):
        return
    for product in some(template, 6, seed=29):
        for answer in geometry.build(product, mesh=False):
            if template.parts[answer.name].is_bought:
                continue
            known = [each for each in product.controlled(answer.name) if each.kind in ("diameter", "distance")]
            around = [each.nominal for each in known if each.kind == "diameter"]
            straight = [each.nominal for each in known]
            straight += [diameter + 2 * wall for diameter in around for wall in straight]
            for size in answer.measured.size:
                # between its flutes a round part is a little less across than round about
                near = max((face.within for each in known for face in each.on), default=0.0)  # of a free form's ends
                assert any(abs(each - size) < 1e-4 + 2 * near for each in straight) or any(
                    size < each < 1.05 * size for each in around), (
                    f"{answer.name} of {product.number}: nothing says that it is {size:.4f} mm large")


def test_what_an_interface_touches_is_controlled(template, geometry):
    """Of the same: of the faces of a made part that meet the other part, at least one carries a characteristic."""
    if not shipped(template):
        return
    for product in some(template, 4, seed=37):
        answers = {answer.name: answer for answer in geometry.build(product, mesh=False)}
        for name, interface in template.interfaces.items():
            if not getattr(product, name):
                continue
            for own, other in (interface.parts, interface.parts[::-1]):
                if template.parts[own].is_bought:
                    continue
                met = {index for index, row in enumerate(answers[own].faces) for partner in answers[other].faces
                       if meets(at(product, own, row), at(product, other, partner))}
                carried = found(own, product.controlled(own), answers[own].faces)
                assert met & {face for each in carried for faces in each.faces for face in faces}, (
                    f"{own}: nothing is controlled of the faces that meet {other} ({name})")


def at(product: Product, part: str, row: FaceRow) -> FaceRow:
    """A row in the frame of the product, where the first piece of its part is."""
    if row.origin is None:
        return row
    matrix = product.parts[part].placements(product)[0].matrix()
    point = tuple(sum(m * x for m, x in zip(line, (*row.origin, 1), strict=True)) for line in matrix)
    way = tuple(sum(m * x for m, x in zip(line, (*(row.direction or (0, 0, 0)), 0), strict=True)) for line in matrix)
    return row._replace(origin=point, direction=way)


def meets(one: FaceRow, other: FaceRow) -> bool:
    """Two cylinders about one axis, or two planes that look at each other, less than 1 mm apart."""
    if one.kind != other.kind or one.kind not in ("plane", "cylinder") or one.direction is None or other.direction is None:
        return False
    gap = [a - b for a, b in zip(one.origin or (), other.origin or (), strict=True)]
    along = sum(a * b for a, b in zip(one.direction, other.direction, strict=True))
    rise = sum(a * b for a, b in zip(gap, one.direction, strict=True))
    if one.kind == "plane":
        return along < -1 + 1e-9 and abs(rise) < 1
    aside = sum(each * each for each in gap) - rise * rise
    return abs(along) > 1 - 1e-9 and aside < 1e-9 and abs((one.diameter or 0) - (other.diameter or 0)) < 1


def test_building_twice_gives_equal_shapes(template, geometry):
    """In two processes with empty memos: equal keys, equal numbers, equal triangles, equal STEP."""
    for product in some(template, 3):
        here = geometry.build(product, step=True)
        there = elsewhere(product)
        assert [(a.name, a.key, a.measured.volume, a.measured.centroid, a.measured.low, a.measured.high) for a in here] == [
            (b["name"], b["key"], b["volume"], tuple(b["centroid"]), tuple(b["low"]), tuple(b["high"])) for b in there]
        assert [digest(a) for a in here] == [b["digest"] for b in there]


CODE = """
import json, sys, hashlib, os
from pathlib import Path
from configurator.product.catalogue import load_folder
from configurator.geometry.client import Geometry
template = load_folder(Path(sys.argv[1]))
product = template(**json.loads(sys.argv[2]))
with Geometry(in_process=True) as geometry:
    answers = geometry.build(product, step=True)
from configurator.exchange.step import body
digest = lambda a: hashlib.sha256(a.mesh.vertices.tobytes() + a.mesh.triangles.tobytes() + body(a.step).text()).hexdigest()
print(json.dumps([{"name": a.name, "key": a.key, "volume": a.measured.volume, "centroid": a.measured.centroid,
                   "low": a.measured.low, "high": a.measured.high, "digest": digest(a)} for a in answers]))
"""


def elsewhere(product: Product) -> list[dict]:
    environment = {**os.environ, "PYTHONHASHSEED": "12345", "CONFIGURATOR_DISK_MEMO_MB": "0"}
    done = subprocess.run([sys.executable, "-W", "error::UserWarning", "-c", CODE, str(product.home),
                           json.dumps(product.choices)], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def digest(answer) -> str:
    """Triangles and exact geometry; the kernel numbers the products of raw STEP, which no file of ours keeps."""
    content = answer.mesh.vertices.tobytes() + answer.mesh.triangles.tobytes() + body(answer.step).text()
    return hashlib.sha256(content).hexdigest()


def test_a_shape_read_from_disk_is_the_shape_that_was_made(template, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """What one process has only measured, another one finds on disk, meshes and exports: to the last bit the same."""
    from configurator.geometry.kernel import build as kernel
    from configurator.geometry.requests import BuildRequest

    def told(product: Product, *, disk: bool, whole: bool = True) -> list:
        kernel.the_memo.cache_clear()  # as a process that has just begun
        monkeypatch.setenv("CONFIGURATOR_DISK_MEMO_MB", "100" if disk else "0")
        answers = kernel.build(BuildRequest.of(product, tuple(placed(product)), mesh=whole, step=whole))
        assert any(answer.made for answer in answers) is not (disk and whole)
        return [digest(answer) for answer in answers] if whole else []

    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path))
    monkeypatch.setattr(kernel, "_shared", True)  # a test before may have kept this process off the disk
    try:
        for product in some(template, 3, seed=5):
            told(product, disk=True, whole=False)
            assert told(product, disk=True) == told(product, disk=False)
    finally:
        kernel.the_memo.cache_clear()


def test_meshes_are_watertight_and_true(template, geometry):
    import trimesh

    for product in some(template, 4, seed=3):
        for answer in geometry.build(product):
            mesh = trimesh.Trimesh(*answer.mesh.welded, process=False)
            assert mesh.is_watertight
            assert mesh.is_winding_consistent
            assert isclose(mesh.volume, answer.measured.volume, rel_tol=1e-3)


def test_mass_in_closed_form_is_that_of_the_solids(template, geometry):
    """Where a template tells a mass before anything is built: within 3 % of what its made parts weigh."""
    if not hasattr(template, "mass"):
        return
    for product in some(template, 8, seed=41):
        answers = geometry.build(product, mesh=False)
        made = [(mass(product, each.name, each.measured), len(product.parts[each.name].placements(product)))
                for each in answers if not product.parts[each.name].is_bought]
        assert product.mass == pytest.approx(sum(grams * count for grams, count in made), rel=0.03), product.choices


def test_a_change_rebuilds_only_what_reads_it(template, geometry):
    """A parameter that a part does not read leaves its shape alone: equal keys, nothing made."""
    product = template()
    before = {answer.name: answer for answer in geometry.build(product)}
    again = geometry.build(product)
    assert not any(answer.made for answer in again)
    for name in template.parameters:
        for value in template.parameters[name].candidates()[:4]:
            try:
                changed = product.model_copy(update={name: plain(value)})
            except ValueError:
                continue
            for part in placed(changed):
                if part in before and all(_same(product, changed, read) for read in before[part].reads):
                    answers = {answer.name: answer for answer in geometry.build(changed)}
                    assert answers[part].key == before[part].key
            break


def _same(one: Product, other: Product, read: str) -> bool:
    from operator import attrgetter

    return attrgetter(read)(one) == attrgetter(read)(other)


def test_the_package_of_the_default_is_found_good(template, geometry, composer: Composer, tmp_path: Path):
    package = composer.compose(template())
    found = check(write(tmp_path, package.name, package.data), geometry)
    assert found.solids == len(placed(template()))
    assert found.manifest.number == template().number


def golden(template: type[Product], file: Path) -> list[Product]:
    """Those of the file as long as they can be chosen, so that a diff shows shapes and nothing else; random ones at first."""
    try:
        known = [row["choices"] for row in json.loads(file.read_text(encoding="utf-8"))["configurations"]]
        products = [template(**choices) for choices in known]
    except (FileNotFoundError, InvalidChoice):
        return some(template, 6, seed=2026)
    same = all(product.choices == choices for product, choices in zip(products, known, strict=True))
    return products if same else some(template, 6, seed=2026)


def test_goldens_of_mass_properties(template, geometry: Geometry, request: pytest.FixtureRequest):
    """Small text beside the template, reviewed as a diff. A change of geometry without a new revision fails.

    A new template gets its goldens at the first run on a desk; where CI is set they must be there.
    """
    file = template.home / "goldens.json"
    now = {"revision": template.revision, "configurations": [
        {"choices": product.choices, "number": product.number, "parts": {
            answer.name: {"volume": round(answer.measured.volume, 4), "area": round(answer.measured.area, 3),
                          "centroid": [round(each, 4) + 0.0 for each in answer.measured.centroid],
                          "size": [round(each, 4) for each in answer.measured.size], "faces": answer.measured.faces}
            for answer in geometry.build(product)}} for product in golden(template, file)]}
    installed = template.__module__.startswith("part_templates.")
    if request.config.getoption("--update-goldens") or not (file.exists() or (installed and os.environ.get("CI"))):
        file.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    known = json.loads(file.read_text(encoding="utf-8"))
    if known["revision"] != now["revision"]:
        pytest.fail(f"{template.template} has revision {now['revision']}, its goldens {known['revision']}: look at the "
                    "geometry and run `make goldens`")
    for before, after in zip(known["configurations"], now["configurations"], strict=True):
        assert before["choices"] == after["choices"], "the parameters changed: run `make goldens` and look at the diff"
        assert before["number"] == after["number"], "equal choices got another number"
        for name, part in before["parts"].items():
            found = after["parts"][name]
            why = f"{template.template}.{name} of {after['number']} changed its shape: raise the revision"
            assert found["faces"] == part["faces"], why
            for quantity in ("volume", "area"):
                assert isclose(found[quantity], part[quantity], rel_tol=1e-6), why
            assert found["centroid"] == pytest.approx(part["centroid"], abs=1e-3), why
            assert found["size"] == pytest.approx(part["size"], abs=1e-3), why


def test_materials_have_what_a_bill_needs(template):
    for product in some(template, 4):
        for name in placed(product):
            material = product.material_of(name)
            if template.parts[name].is_bought:
                assert isinstance(material, Look), f"{name}: the material of what is bought is a row with a look, or more"
            else:
                assert isinstance(material, Material), f"{name}: the material is a row of a table with density and source"
            assert getattr(material, "density", 1) > 0
            assert material.source
            assert product.process_of(name)


def test_the_bill_names_every_piece_in_every_language(template):
    from configurator.product.bill import lines

    product = template()
    for language in LANGUAGES:
        bill = lines(product, language)
        assert bill[0].part_number == product.number
        assert all(line.description for line in bill)
        made = [line for line in bill if line.made and line.level == 1]
        bought = [line for line in bill if not line.made]
        assert [line.part for line in made] == [name for name in placed(product) if not template.parts[name].is_bought]
        assert {line.part for line in bought if line.part} == {
            name for name in placed(product) if template.parts[name].is_bought}
        assert all(line.part_number for line in bought)
        # ISO 7200: 16 characters; a prefix of three letters takes one more
        assert all(len(line.part_number) <= (16 if len(template.prefix) == 2 else 17) for line in made)


def test_numbers_are_unique(template):
    """A hundred different configurations, a hundred numbers."""
    products = some(template, 100, seed=random.Random(5).randrange(1000))
    choices = {json.dumps(product.choices, sort_keys=True) for product in products}
    assert len({product.number for product in products}) == len(choices)

"""Composes a job package: builds the parts, writes every file, and puts them into one archive."""

from __future__ import annotations

import hashlib
import platform
import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from threading import Lock
from typing import Any, NamedTuple

import configurator
from configurator.errors import PackageError
from configurator.exchange import stl, threemf
from configurator.exchange.archive import stored_zip
from configurator.exchange.step import Header, StepMaterial, StepPart, assembly_file, body, part_file
from configurator.exchange.tables import csv_bytes, json_bytes, xlsx_bytes
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import Geometry
from configurator.geometry.controlled import FaceIndex, found
from configurator.geometry.probed import start_probes
from configurator.making.bill import COLUMNS, mass, rows
from configurator.making.clearance import clearance
from configurator.making.makeability import Judged, horizons, judged
from configurator.making.route import route
from configurator.making.rule_packs import Pack, shipped
from configurator.making.shop import default_shop
from configurator.product.fingerprint import kernel_versions, program_digest
from configurator.product.measured import Finding
from configurator.product.product import Product
from configurator.product.rests import rests_on

from . import names
from .controlled import records
from .deviations import deviation_lines, deviation_record
from .drawn import DrawnSheets, drawn
from .inputs import Inputs
from .inspected import sheets as inspection_sheets
from .manifest import NAME, Confirm, FileRecord, FindingRecord, Manifest, NoticeRecord, PartRecord, ShopRecord
from .process import process_file
from .readme import readme
from .scans import scan_files, scan_records
from .view import assembly, colour

UNITS = {"length": "mm", "mass": "g", "angle": "degree", "view": "m"}


@dataclass(frozen=True)
class Package:
    """A finished package in memory."""

    name: str
    data: bytes
    manifest: Manifest


class _Written(NamedTuple):
    """What was written of single parts: their files, and what the assembly's file takes up of each."""

    files: dict[str, bytes]
    parts: dict[str, StepPart]


class FindingsRefuse(PackageError):
    """The product was built, but what was found forbids making it."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__("\n".join(f"{each.code}: {each.place}: {each.sentence} ({each.measured} against {each.limit}); "
                                   f"{each.suggestion}" for each in findings))


class Composer:
    """Composes packages. Remembers the last ones whole, and what was written of a shape as long as it is used."""

    def __init__(self, geometry: Geometry, *, packages: int = 16, shapes: int = 64) -> None:
        self._geometry = geometry
        self._packages: OrderedDict[tuple[str, ...], Package] = OrderedDict()
        self._written: OrderedDict[tuple[str, ...], Any] = OrderedDict()
        self._limits = (packages, shapes * 4)
        self._lock = Lock()

    def compose(self, product: Product, inputs: Inputs | None = None) -> Package:
        """The package of a configuration. BuildError if a part fails, FindingsRefuse if parts overlap."""
        inputs = inputs or Inputs()
        key = (product.fingerprint, product.number, inputs.model_dump_json())
        with self._lock:
            known = self._packages.get(key)
            if known is not None:
                self._packages.move_to_end(key)
                return known
        product.drawn_items()  # what is written wrongly is told before anything is built
        parts = self._geometry.start(product, mesh=True, step=True, deflection=inputs.deflection, compared=True)
        overlaps = self._geometry.overlaps(product, parts)
        packs = _packs(inputs)
        probes = start_probes(self._geometry, product, horizons(product, packs))
        written = self._written_early(product, inputs, parts)
        answers = [answer for part in parts for answer in part.result()]
        faces = {answer.name: answer.faces for answer in answers}
        with ThreadPoolExecutor(1) as beside:  # workers show views and look at walls, while files are written here
            drawing = self._drawing(beside, product, answers, inputs)
            self._write_whole(product, inputs, answers, written)
            judgement = judged(product, packs, [probe.result() for probe in probes], faces, inputs.language)
            findings = [*clearance(product, overlaps.result()), *judgement.findings]
            errors = [finding for finding in findings if finding.severity == "error"]
            if errors:
                raise FindingsRefuse(errors)
            sheets = drawing.result()
        written.files.update(sheets.files)
        judgement = judgement._replace(findings=(*findings, *sheets.findings))
        package = self._written_up(product, inputs, answers, written, judgement, sheets.numbers)
        with self._lock:
            self._packages[key] = package
            while len(self._packages) > self._limits[0]:
                self._packages.popitem(last=False)
        return package

    def _written_early(self, product: Product, inputs: Inputs, built: Sequence[Future[list[PartAnswer]]]) -> _Written:
        """The files of each part as soon as it is there, while workers go on. Stops at a part that failed."""
        written = _Written({}, {})
        for future in as_completed(built):
            if future.exception() is not None:
                break
            for answer in future.result():
                part = written.parts[answer.name] = self._step_part(product, answer, inputs.language)
                if not product.parts[answer.name].is_bought:
                    written.files.update(self._part_files(product, inputs, answer, part))
                    written.files.update(inspection_sheets(product, answer.name, inputs.language))
        return written

    def _drawing(self, beside: ThreadPoolExecutor, product: Product, answers: list[PartAnswer],
                 inputs: Inputs) -> Future[DrawnSheets]:
        """The drawings in another thread, or, where there are no workers, at once: a kernel is used by one thread alone."""
        if self._geometry.workers is not None:
            return beside.submit(drawn, product, answers, self._geometry, inputs)
        done: Future[DrawnSheets] = Future()
        done.set_result(drawn(product, answers, self._geometry, inputs))
        return done

    def _write_whole(self, product: Product, inputs: Inputs, answers: list[PartAnswer], written: _Written) -> None:
        """The files of the assembly."""
        whole, view = names.whole_file(product, "cad", "step", "_asm"), names.whole_file(product, "view", "glb")
        written.files[whole] = assembly_file(product.number, product.heading(inputs.language), [
            (written.parts[answer.name], product.parts[answer.name].placements(product)) for answer in answers],
            _header(product, inputs, whole), revision=product.revision)
        written.files[view] = assembly(product, answers, inputs.language)

    def _written_up(self, product: Product, inputs: Inputs, answers: list[PartAnswer], written: _Written,
                    judgement: Judged, drawings: tuple[str, ...]) -> Package:
        files = written.files
        made = [answer.name for answer in answers if not product.parts[answer.name].is_bought]
        whole, view = names.whole_file(product, "cad", "step", "_asm"), names.whole_file(product, "view", "glb")
        shop = inputs.shop or default_shop()
        way = route(product, answers, shop, inputs.quantity, inputs.language)
        files[names.ROUTE] = process_file(way, judgement)
        scans = scan_records(product)
        files.update(scan_files(scans))
        bill = rows(product, {answer.name: answer.measured for answer in answers}, {
            **{name: _named(files, names.part_file(product, name, "cad", "step")) for name in made},
            "": _named(files, whole)}, inputs.language, blanks=way.blanks, quantity=inputs.quantity)
        cells = [tuple(row.values()) for row in bill]
        files["bom/bom.csv"] = csv_bytes(COLUMNS, cells)
        files["bom/bom.xlsx"] = xlsx_bytes(COLUMNS, cells, f"{product.number} {product.revision}")
        files["bom/bom.json"] = json_bytes(bill)
        confirm = _confirm(product, answers)
        findings = tuple(FindingRecord(code=each.code, severity=each.severity, place=each.place, sentence=each.sentence,
                                    measured=each.measured, limit=each.limit, suggestion=each.suggestion)
                      for each in judgement.findings)
        notices = tuple(NoticeRecord(**each._asdict()) for each in product.notices_that_apply(inputs.language))
        files["README.txt"] = readme(product, inputs, bill, notices, confirm, findings,
                                     {"step": whole, "bom": "bom/bom.xlsx", "glb": view, "route": names.ROUTE}
                                     | ({"drawing": "drawing/"} if drawings else {}) | ({"scan": "scan/"} if scans else {}),
                                     deviation_lines(product, answers, inputs.language))
        manifest = Manifest(
            number=product.number, revision=product.revision, template=product.template,
            template_fingerprint=product.template_digest, title=product.heading(), parameters=product.choices,
            inputs=inputs, program=configurator.__version__, program_fingerprint=program_digest(),
            libraries=kernel_versions(), platform=f"{sys.platform} {platform.machine()}", units=UNITS,
            parts=tuple(_record(product, answer) for answer in answers), notices=notices, findings=findings,
            shop=ShopRecord(name=shop.name, sha256=shop.digest), rule_packs=dict(judgement.packs),
            not_judged=judgement.not_judged, to_be_confirmed=confirm, scans=scans,
            drawings=drawings,
            files=tuple(FileRecord(path=path, size=len(data), sha256=hashlib.sha256(data).hexdigest())
                        for path, data in sorted(files.items()))).sealed()
        members = [(NAME, manifest.to_bytes()), *sorted(files.items())]
        return Package(names.package_name(product), stored_zip(members), manifest)

    def _part_files(self, product: Product, inputs: Inputs, answer: PartAnswer, part: StepPart) -> dict[str, bytes]:
        cad, triangles, printed = (names.part_file(product, answer.name, folder, suffix)
                                   for folder, suffix in (("cad", "step"), ("mesh", "stl"), ("mesh", "3mf")))
        assert answer.mesh is not None
        number, mesh = part.number, answer.mesh
        item = threemf.ThreeMfObject(number, part.description, product.material_name(answer.name), part.colour, mesh)
        return {
            cad: part_file(part, _header(product, inputs, cad)),
            triangles: stl.write(mesh, f"{number} {product.revision}"),
            printed: threemf.write([item], number),
        }

    def _step_part(self, product: Product, answer: PartAnswer, language: str) -> StepPart:
        assert answer.step is not None
        material = product.material_of(answer.name)
        name, bought = product.material_name(answer.name), product.parts[answer.name].is_bought
        words = ", ".join(filter(None, (getattr(material, "standard", ""), getattr(material, "condition", ""))))
        stuff = StepMaterial(name, words, getattr(material, "density", None)) if name or not bought else None
        geometry = self._once((answer.key, "body"), lambda: body(answer.step or b""))
        controlled = found(answer.name, product.controlled(answer.name), FaceIndex(answer.faces, answer.measured))
        return StepPart(product.part_number(answer.name), product.part_label(answer.name, language), geometry,
                        answer.measured, stuff, colour(product, answer.name), "" if bought else product.revision,
                        tuple(controlled))

    def _once(self, key: tuple[str, ...], make: Callable[[], Any]) -> Any:
        """What depends on the shape alone is written once for each shape."""
        with self._lock:
            if key in self._written:
                self._written.move_to_end(key)
                return self._written[key]
        made = make()
        with self._lock:
            self._written[key] = made
            while len(self._written) > self._limits[1]:
                self._written.popitem(last=False)
        return made


def _packs(inputs: Inputs) -> dict[str, Pack]:
    return {pack.process: pack for pack in inputs.rule_packs} or shipped()


def _header(product: Product, inputs: Inputs, path: str) -> Header:
    released = inputs.release
    return Header(path.rpartition("/")[2], product.heading(inputs.language), inputs.owner, "",
                  f"{inputs.date or '1980-01-01'}T00:00:00", f"Lot One {configurator.__version__}",
                  f"released by {released.by}" if released else "draft")


def _record(product: Product, answer: PartAnswer) -> PartRecord:
    known = answer.measured
    return PartRecord(number=product.part_number(answer.name), name=answer.name,
                      bought=product.parts[answer.name].is_bought,
                      quantity=len(product.parts[answer.name].placements(product)),
                      material=product.material_name(answer.name),
                      process=product.process_of(answer.name), volume_mm3=known.volume, area_mm2=known.area,
                      centroid_mm=known.centroid, low_mm=known.low, high_mm=known.high, faces=known.faces,
                      mass_g=mass(product, answer.name, known), characteristics=records(product, answer.name),
                      deviation=deviation_record(answer))


def _confirm(product: Product, answers: list[PartAnswer]) -> tuple[Confirm, ...]:
    reads = dict.fromkeys(name for answer in answers for name in answer.reads)
    return tuple(Confirm(name=rest.name, option=rest.option, value=rest.graded.value, unit=rest.graded.unit,
                         grade=rest.graded.grade, source=rest.graded.source)
                 for rest in rests_on(product, reads) if rest.graded.to_be_confirmed)


def _named(files: dict[str, bytes], path: str) -> tuple[str, str]:
    return path, hashlib.sha256(files[path]).hexdigest()

"""Reads a package again, file by file, and refuses it where anything is not what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isclose
from pathlib import Path
from typing import Any

from configurator.errors import BuildError, PackageError, PackageRefused
from configurator.exchange import gltf, stl, threemf
from configurator.exchange.archive import read_stored_zip
from configurator.exchange.step import outline
from configurator.exchange.tables import read_csv, read_json, read_xlsx
from configurator.geometry.answers_step import StepRead
from configurator.geometry.client import Geometry
from configurator.making.bill import COLUMNS
from configurator.product.numbering import number as number_of

from . import check_making
from .deviations import deviation_differences
from .drawn import drawing_differences
from .manifest import NAME, Manifest, PartRecord
from .manifest import read as read_manifest
from .names import ROUTE, drawing_files, files_of, whole_files
from .process import process_differences
from .scans import scan_differences

_MESH = 1e-3  # relative; what a mesh's volume may differ from the solid's
_EXACT = 1e-5  # relative; what a solid read back may differ from what is stated


@dataclass(frozen=True)
class Checked:
    """A package that was found good."""

    manifest: Manifest
    files: int
    solids: int
    data: bytes


def check(file: Path, geometry: Geometry | None = None, *, tell: Callable[[str], None] = lambda step: None) -> Checked:
    """Read everything in `file` again. PackageRefused lists all that is wrong. Without `geometry` no kernel is asked."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise PackageError(f"{file}: cannot be read ({error.strerror})") from error
    tell("archive")
    members = read_stored_zip(data)
    if NAME not in members:
        raise PackageRefused([f"{NAME} is missing; this is no job package"])
    manifest = read_manifest(members[NAME])
    problems = [*_names(manifest, file), *_files(manifest, members)]
    if problems:  # what is read further down relies on the list of files
        raise PackageRefused(problems)
    for step, look in (("meshes", _meshes), ("view", _view), ("bill of materials", _bill),
                       ("inspection sheets", check_making.inspection), ("STEP text", _outlines), ("PMI", check_making.pmi),
                       ("route", process_differences), ("scans", scan_differences),
                       ("distances from the limb", deviation_differences), ("drawings", drawing_differences)):
        tell(step)
        problems += _told(look, manifest, members)
    if geometry is not None:
        tell("STEP geometry")
        problems += _solids(manifest, members, geometry)
    if problems:
        raise PackageRefused(problems)
    return Checked(manifest, len(members), len(manifest.parts), data)


def _told(look: Callable[[Manifest, dict[str, bytes]], Iterator[str]], manifest: Manifest,
          members: dict[str, bytes]) -> list[str]:
    """What one look found, or why it could not look."""
    found: list[str] = []
    try:
        found.extend(look(manifest, members))
    except PackageRefused as error:
        found.extend(error.problems)
    return found


def _names(manifest: Manifest, file: Path) -> Iterator[str]:
    prefix = manifest.number.partition("-")[0]
    expected = number_of(prefix, manifest.template, manifest.revision, manifest.parameters)
    if expected != manifest.number:
        yield f"{NAME}: the number {manifest.number} is not that of its parameters, {expected}"
    if file.name != f"{manifest.number}_{manifest.revision}.zip":
        yield f"{file.name}: its name should be {manifest.number}_{manifest.revision}.zip"
    for part in manifest.made:
        if part.number.rpartition("-")[0] != manifest.number:
            yield f"{NAME}: part {part.number} is not a part of {manifest.number}"
    wanted = {"README.txt", "bom/bom.csv", "bom/bom.xlsx", "bom/bom.json", ROUTE, *whole_files(manifest)}
    if len({part.number for part in manifest.parts}) < len(manifest.parts):
        yield f"{NAME}: two parts have the same number"
    wanted |= {name for number in manifest.drawings
               for name in drawing_files(number, manifest.revision, whole=number == manifest.number)}
    wanted |= {record.path for record in manifest.scans}
    wanted |= {name for part in manifest.made for name in files_of(manifest, part).values()}
    listed = {record.path for record in manifest.files}
    yield from (f"{name} is missing from the manifest" for name in sorted(wanted - listed))
    yield from (f"{name} is no file of such a package" for name in sorted(listed - wanted))


def _files(manifest: Manifest, members: dict[str, bytes]) -> Iterator[str]:
    records = {record.path: record for record in manifest.files}
    yield from (f"{name} is not listed in the manifest" for name in sorted(members.keys() - records.keys() - {NAME}))
    for name, record in records.items():
        if name not in members:
            yield f"{name} is missing"
        elif len(members[name]) != record.size or hashlib.sha256(members[name]).hexdigest() != record.sha256:
            yield f"{name} was changed: its sha256 is not the one in the manifest"
    if list(members) != [NAME, *sorted(records)]:
        yield "the members do not stand in their order"


def _meshes(manifest: Manifest, members: dict[str, bytes]) -> Iterator[str]:
    for part in manifest.made:
        names = files_of(manifest, part)
        vertices, triangles = stl.read(members[names["stl"]])
        yield from _watertight(names["stl"], vertices, triangles, part)
        objects = threemf.read(members[names["3mf"]])
        if [item.number for item in objects] != [part.number]:
            yield f"{names['3mf']}: it holds {', '.join(item.number for item in objects)} instead of {part.number}"
        for item in objects:
            yield from _watertight(names["3mf"], item.vertices, item.triangles, part)


def _watertight(name: str, vertices: Any, triangles: Any, part: PartRecord) -> Iterator[str]:
    import numpy as np
    import trimesh

    mesh = trimesh.Trimesh(vertices, triangles, process=False)
    if not mesh.is_watertight or not mesh.is_winding_consistent:
        yield f"{name}: its triangles do not close"
        return
    if not isclose(mesh.volume, part.volume_mm3, rel_tol=_MESH):
        yield f"{name}: its triangles enclose {mesh.volume:.4f} mm3, the solid has {part.volume_mm3:.4f}"
    low, high = np.array(part.low_mm), np.array(part.high_mm)
    slack = 0.5 * float((high - low).max()) * 0.02 + 0.02
    if (mesh.bounds[0] < low - 1e-3).any() or (mesh.bounds[1] > high + 1e-3).any() or (
            mesh.bounds[0] > low + slack).any() or (mesh.bounds[1] < high - slack).any():
        yield f"{name}: its triangles are not where the solid is"


def _view(manifest: Manifest, members: dict[str, bytes]) -> Iterator[str]:
    name = whole_files(manifest)[1]
    read = gltf.read(members[name])
    expected = {part.number: (part.faces, part.quantity) for part in manifest.parts}
    found = {number: (len(part.faces), part.instances) for number, part in read.parts.items()}
    if found != expected:
        yield f"{name}: parts with faces and pieces are {found}, expected {expected}"


def _bill(manifest: Manifest, members: dict[str, bytes]) -> Iterator[str]:
    plain = read_json(members["bom/bom.json"])
    if not isinstance(plain, list) or any(not isinstance(row, dict) or tuple(row) != COLUMNS for row in plain):
        yield "bom/bom.json: its columns are not those of a bill of materials"
        return
    wanted = [tuple(_cell(row[column]) for column in COLUMNS) for row in plain]
    for name, read in (("bom/bom.csv", read_csv), ("bom/bom.xlsx", read_xlsx)):
        table = read(members[name])
        if tuple(table.columns) != COLUMNS or [tuple(map(_cell, row)) for row in table.rows] != wanted:
            yield f"{name}: its rows are not those of bom/bom.json"
    digests = {record.path: record.sha256 for record in manifest.files}
    made = {row["PartNumber"]: row for row in plain if row["MakeBuy"] == "make"}
    if set(made) != {manifest.number, *(part.number for part in manifest.made)}:
        yield "bom/bom.json: its made parts are not those of the manifest"
        return
    many = manifest.inputs.quantity
    if made[manifest.number]["Qty"] != many:
        yield f"bom/bom.json: {made[manifest.number]['Qty']} pieces of {manifest.number}, the manifest says {many}"
    for part in manifest.made:
        row = made[part.number]
        if (row["Qty"], row["Mass_g"]) != (part.quantity * many, part.mass_g):
            yield f"bom/bom.json: quantity or mass of {part.number} is not that of the manifest"
    bought = [(row["PartNumber"], row["Qty"], row["Mass_g"]) for row in plain if row["MakeBuy"] == "buy"]
    for part in manifest.parts:
        if part.bought and (part.number, part.quantity * many, part.mass_g) not in bought:
            yield f"bom/bom.json: {part.number} is not bought as the manifest says"
    for row in made.values():
        if digests.get(row["File"]) != row["SHA256"]:
            yield f"bom/bom.json: {row['PartNumber']} names a file with another sha256"


def _cell(value: Any) -> Any:
    """An empty word and an empty cell are the same thing in a spreadsheet."""
    return None if value == "" else float(value) if isinstance(value, (int, float)) else value


def _outlines(manifest: Manifest, members: dict[str, bytes]) -> Iterator[str]:
    for part in manifest.made:
        name = files_of(manifest, part)["step"]
        found = outline(members[name])
        if found.dangling or found.duplicates:
            yield f"{name}: instances are missing or stand twice"
        if found.products != (part.number,) or found.solids != 1 or found.faces != (part.faces,):
            yield (f"{name}: products {found.products}, {found.solids} solids, faces {found.faces}; expected "
                   f"{part.number} with one solid of {part.faces} faces")
        stated = found.volumes.get(part.number)
        if stated is None or not isclose(stated, part.volume_mm3, rel_tol=1e-9):
            yield f"{name}: states a volume of {stated} mm3, the manifest {part.volume_mm3}"
    name = whole_files(manifest)[0]
    whole = outline(members[name])
    for part in manifest.parts:
        stated = whole.volumes.get(part.number)
        if stated is None or not isclose(stated, part.volume_mm3, rel_tol=1e-9):
            yield f"{name}: states a volume of {stated} mm3 for {part.number}, the manifest {part.volume_mm3}"
    pieces = sum(part.quantity for part in manifest.parts)
    if whole.dangling or whole.duplicates or len(whole.occurrences) != pieces or (
            whole.solids != len(manifest.parts)) or set(whole.products) != {
            manifest.number, *(part.number for part in manifest.parts)}:
        yield f"{name}: it is not the assembly of the manifest's parts"


def _solids(manifest: Manifest, members: dict[str, bytes], geometry: Geometry) -> list[str]:
    files = [files_of(manifest, part)["step"] for part in manifest.made] + [whole_files(manifest)[0]]
    try:
        read = geometry.reread([members[name] for name in files])
    except (BuildError, PackageRefused) as error:
        return [f"STEP: {error}"]
    parts = {part.number: part for part in manifest.parts}
    found: list[str] = []
    for name, products in zip(files, read, strict=True):
        found += [f"{name}: {sentence}" for product in products if not product.components
                  for sentence in _different(product, parts)]
        if not products:
            found.append(f"{name}: the kernel finds no product in it")
    return found


def _different(product: StepRead, parts: dict[str, PartRecord]) -> Sequence[str]:
    part = parts.get(product.name)
    if part is None:
        return [f"{product.name} is no part of this package"]
    found = product.differences(_EXACT)
    if not isclose(product.volume, part.volume_mm3, rel_tol=_EXACT) or product.faces != part.faces:
        found.append(f"{product.name}: {product.faces} faces and {product.volume:.5f} mm3, expected {part.faces} and "
                     f"{part.volume_mm3:.5f}")
    return found

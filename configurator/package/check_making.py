"""What a package says for making: whether sheets and PMI say what the manifest says of each characteristic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from configurator.exchange import gltf
from configurator.exchange.step import read_pmi
from configurator.exchange.tables import read_csv, read_xlsx

from .controlled import face_differences, pmi_differences, sheet_differences
from .manifest import Manifest
from .names import files_of, whole_files


def inspection(manifest: Manifest, members: Mapping[str, bytes]) -> Iterator[str]:
    """Inspection sheets: both say the same, and what the manifest says."""
    for part in manifest.made:
        if part.characteristics:
            names = files_of(manifest, part)
            table = read_csv(members[names["csv"]])
            if read_xlsx(members[names["xlsx"]]) != table:
                yield f"{names['xlsx']}: its rows are not those of {names['csv']}"
            yield from (f"{names['csv']}: {said}" for said in sheet_differences(part.characteristics, part.number, table))


def pmi(manifest: Manifest, members: Mapping[str, bytes]) -> Iterator[str]:
    """PMI in the text of each part's STEP file: what the manifest says, on faces that measure it."""
    rows = {number: each.faces for number, each in gltf.read(members[whole_files(manifest)[1]]).parts.items()}
    for part in manifest.made:
        name = files_of(manifest, part)["step"]
        found = read_pmi(members[name])
        yield from (f"{name}: {said}" for said in pmi_differences(part.characteristics, found))
        yield from (f"{name}: {said}" for said in face_differences(part.characteristics, found, rows.get(part.number, ())))

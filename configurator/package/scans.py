"""Scans in a package: their files, that each is the one which the parameters name, and where a rebuild has them from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from configurator.errors import PackageError, ScanRefused
from configurator.product.limb import Limb
from configurator.product.product import Product
from configurator.product.scanned import Scanned
from configurator.product.scans import Scan

from .manifest import Manifest, ScanRecord


def scan_files(records: Iterable[ScanRecord]) -> dict[str, bytes]:
    """The `.limb` of every scan that a configuration rests on, by its path. ScanMissing if one is not at hand."""
    return {record.path: Scan(record.sha256).limb.to_bytes() for record in records}


def scan_records(product: Product) -> tuple[ScanRecord, ...]:
    """Which parameters are scans that were given. No name but the configuration's number is in the names of files."""
    given = [name for name, each in product.parameters.items() if isinstance(each, Scanned) and product.choices[name]]
    return tuple(ScanRecord(parameter=name, sha256=product.choices[name], path=_path(product.number, name, len(given)))
                 for name in given)


def _path(number: str, parameter: str, count: int) -> str:
    return f"scan/{number}.limb" if count == 1 else f"scan/{number}_{parameter}.limb"


def scan_differences(manifest: Manifest, members: Mapping[str, bytes]) -> Iterator[str]:
    """Where a scan's file, its record and the parameters disagree, a sentence each."""
    for record in manifest.scans:
        if manifest.parameters.get(record.parameter) != record.sha256:
            yield (f"{record.path}: the parameter {record.parameter} is {manifest.parameters.get(record.parameter)}, and not "
                   f"{record.sha256}")
        if record.path != _path(manifest.number, record.parameter, len(manifest.scans)):
            yield f"{record.path} is no name of a scan of {manifest.number}"
        data = members[record.path]
        if hashlib.sha256(data).hexdigest() != record.sha256:
            yield f"{record.path}: its sha256 is not the value of the parameter {record.parameter}"
        try:
            Limb.from_bytes(data)
        except ScanRefused as error:
            yield f"{record.path}: {error}"


def scans_for(manifest: Manifest, members: Mapping[str, bytes], given: Iterable[Limb] = ()) -> list[Limb]:
    """The scans that a package rests on: its own, or else those that are `given`.

    PackageError if one is neither here nor there, or if one is given that the package does not rest on.
    """
    own = {limb.sha256: limb for limb in given}
    wanted = {record.sha256 for record in manifest.scans}
    if not wanted and own:
        raise PackageError(f"{manifest.number} rests on no scan; build it again without --scan")
    strangers = sorted(own.keys() - wanted)
    if strangers:
        raise PackageError(f"the scan {strangers[0]} is not the one that {manifest.number} rests on: "
                           f"{', '.join(sorted(wanted))}")
    found = []
    for record in manifest.scans:
        data = members.get(record.path)
        if data is not None and hashlib.sha256(data).hexdigest() == record.sha256:
            found.append(Limb.from_bytes(data))
        elif record.sha256 in own:
            found.append(own[record.sha256])
        else:
            raise PackageError(f"{manifest.number} rests on the scan {record.sha256}, and {record.path} is not in the package, "
                               "or is another one; give the scan with --scan FILE.limb")
    return found

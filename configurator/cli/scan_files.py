"""Scans from the command line: files with a limb, as packages hold them."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from configurator.errors import ScanRefused
from configurator.product import scan_store
from configurator.product.catalogue import load_template
from configurator.product.limb import Limb
from configurator.product.problems import shown
from configurator.product.scanned import Scanned

from .refusals import Refused, WrongUsage
from .screen import console

_LARGEST = 1_000_000
"""Bytes; the largest limb has some 70 000."""


def read_limb(file: Path) -> Limb:
    """The limb in a `.limb` file. Refused says why it cannot be read."""
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST)
        return Limb.from_bytes(data)
    except OSError as error:
        raise Refused(f"{file}: cannot be read ({error.strerror})") from None
    except ScanRefused as error:
        raise Refused(f"{file}: {error}") from None


def put_scans(args: Namespace) -> dict[str, str]:
    """Put the files of `--scan` into the store and set their parameters; hash by parameter.

    WrongUsage if it is not plain which parameter is meant, Refused if a file is no limb: then none is kept.
    """
    if not args.scans:
        return {}
    names = [name for name, each in load_template(args.template).parameters.items() if isinstance(each, Scanned)]
    limbs = {}
    for each in args.scans:
        name, equals, file = each.partition("=")
        if not equals or name not in names:
            name, file = (names or [""])[0], each
            if len(names) != 1:
                raise WrongUsage(f"--scan {shown(each)}: " + (
                    f"write which one it is, for example --scan {name}={shown(each)}; there are {', '.join(names)}" if names
                    else f"{args.template} has no parameter that is a scan"))
        limbs[name] = read_limb(Path(file))
    kept = {name: scan_store.put(limb) for name, limb in limbs.items()}
    args.settings = [*args.settings, *(f"{name}={sha}" for name, sha in kept.items())]
    return kept


def tell_kept(kept: dict[str, str]) -> None:
    """That scans are kept from now on, where, and for how long."""
    days = scan_store.retention()
    for name, sha in kept.items():
        console().print(f"The scan {name}={sha} is kept in {scan_store.folder()}" + (
            f" for {days} days." if days else " until you delete it."), soft_wrap=True)

"""`configurator scans`: body scans that are kept on this machine; adding one, looking at it, deleting it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from configurator.product import scan_store
from configurator.product.limb import MAGIC, Limb
from configurator.texts import LANGUAGES

from .choices import add_json
from .refusals import DONE, Refused
from .scans_page import show_limb, show_looked, show_stored, show_taken
from .screen import console, counted, put_json, waiting

if TYPE_CHECKING:
    from configurator.geometry.client import Geometry
    from configurator.geometry.scan.answers import Looked
    from configurator.geometry.scan.poses import Pose

_PREFIX = 8
"""Letters of a sha256 that are enough, if they fit one scan only."""


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    add = actions.add_parser("add", help="read a scan, say how it stands, and keep the limb once that is confirmed",
                             description="Reads a scan and says how it seems to stand. It is kept with --yes, or when unit, "
                                         "up, forward and side are all given.", allow_abbrev=False)
    add.add_argument("file", metavar="FILE", type=Path, help="STL, PLY or OBJ; or a .limb")
    add.add_argument("--unit", metavar="UNIT", help="mm, cm, m or inch")
    add.add_argument("--up", metavar="AXIS", help="from the ankle to the knee: +x -x +y -y +z -z, or three numbers 0.1,0,0.99")
    add.add_argument("--forward", metavar="AXIS", help="where the toes point")
    add.add_argument("--side", metavar="SIDE", help="whose leg was scanned: left or right")
    add.add_argument("--yes", action="store_true", help="take what is proposed for what is not given")
    add.add_argument("--pictures", metavar="DIR", type=Path, help="write small pictures of the proposal there")
    listing = actions.add_parser("list", help="scans that are kept", allow_abbrev=False)
    show = actions.add_parser("show", help="height and girths of a scan", allow_abbrev=False)
    show.add_argument("sha", metavar="SHA", help=f"as list shows it; {_PREFIX} letters of it are enough")
    delete = actions.add_parser("delete", help="forget a scan for good", allow_abbrev=False)
    delete.add_argument("sha", metavar="SHA", help="as list shows it")
    expire = actions.add_parser("expire", help="delete the scans whose days are over", allow_abbrev=False)
    expire.add_argument("--days", metavar="N", type=int, help="instead of CONFIGURATOR_SCAN_DAYS")
    for each in (add, listing, show, delete, expire):
        each.add_argument("--language", choices=LANGUAGES, default="en", help="of what is said about a scan (default: en)")
        add_json(each)


def run(args: Namespace) -> int:
    """Does the action; what stands in its way is raised."""
    return {"add": _add, "list": _list, "show": _show, "delete": _delete, "expire": _expire}[args.action](args)


def _add(args: Namespace) -> int:
    data = _content(args.file)
    if data.startswith(MAGIC):
        limb = Limb.from_bytes(data)
        return _kept(args, limb, scan_store.put(limb))
    from configurator.geometry.client import Geometry
    from configurator.geometry.scan.intake import workers

    with workers() as pool:
        return _looked(args, data, Geometry(pool))


def _content(file: Path) -> bytes:
    from configurator.geometry.scan.caps import Caps

    try:
        Caps.from_settings().bear(file.stat().st_size)
        return file.read_bytes()
    except OSError as error:
        raise Refused(f"{file}: cannot be read ({error.strerror})") from None


def _looked(args: Namespace, data: bytes, geometry: Geometry) -> int:
    from configurator.geometry.scan import intake
    from configurator.geometry.scan.poses import Pose

    given = {name: word for name in ("unit", "up", "forward", "side") if (word := getattr(args, name)) is not None}
    looked = None
    if len(given) == 4 and args.pictures is None:
        pose = Pose(**given)
    else:
        with waiting("looking at the scan ...", quiet=args.json):
            looked = intake.look(geometry, data).result()
        pose = Pose(**{**vars(looked.pose), **given})
        _write_pictures(args.pictures, looked)
    if looked is not None and not args.yes and len(given) < 4:
        return _proposed(args, looked, pose)
    with waiting("cleaning the scan ...", quiet=args.json):
        taken = intake.take(geometry, data, pose).result()
    sha = scan_store.put(taken.limb)
    if args.json:
        put_json({"kept": sha, **({"proposal": looked.plain(args.language)} if looked else {}), **taken.plain(args.language)})
    else:
        show_taken(taken, args.language)
    return DONE


def _write_pictures(folder: Path | None, looked: Looked) -> None:
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for each in looked.pictures:
            (folder / f"{each.choice}-{each.view}.png").write_bytes(each.png)
    except OSError as error:
        raise Refused(f"{folder}: pictures cannot be written there ({error.strerror})") from None


def _proposed(args: Namespace, looked: Looked, pose: Pose) -> int:
    if args.json:
        put_json({"kept": None, "proposal": looked.plain(args.language), "would_take": vars(pose)})
    else:
        show_looked(looked, pose, str(args.file), args.language)
    return DONE


def _kept(args: Namespace, limb: Limb, sha: str) -> int:
    if args.json:
        put_json({"kept": sha, **_plain(limb)})
    else:
        show_limb(limb, "kept")
    return DONE


def _plain(limb: Limb) -> dict[str, Any]:
    girths = {f"girth_{share:02d}": round(limb.girth(limb.height * share / 100), 2) for share in range(0, 101, 10)}
    return {"sha": limb.sha256, "height": limb.height, **girths, "levels": limb.levels, "step": limb.step}


def _list(args: Namespace) -> int:
    found = scan_store.stored()
    if args.json:
        put_json([{"sha": each.sha, "put": each.put.isoformat(), "expires": _iso(each.expires()), "bytes": each.size}
                  for each in found])
    else:
        show_stored(found, scan_store.folder())
    return DONE


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _show(args: Namespace) -> int:
    fitting = [each for each in scan_store.stored() if len(args.sha) >= _PREFIX and each.sha.startswith(args.sha)]
    limb = scan_store.get(fitting[0].sha if len(fitting) == 1 else args.sha)
    if args.json:
        put_json({**_plain(limb), "put": _iso(fitting[0].put) if fitting else None})
    else:
        show_limb(limb, fitting[0].put.strftime("put here on %Y-%m-%d") if fitting else "")
    return DONE


def _delete(args: Namespace) -> int:
    scan_store.delete(args.sha)
    if args.json:
        put_json({"deleted": [args.sha]})
    else:
        console().print(f"deleted {args.sha}")
    return DONE


def _expire(args: Namespace) -> int:
    if args.days is not None and args.days < 1:
        raise Refused(f"--days {args.days}: a whole number of days above zero is needed")
    gone = scan_store.expire(args.days)
    if args.json:
        put_json({"deleted": gone})
    else:
        console().print(f"{counted(len(gone), 'scan')} deleted")
    return DONE

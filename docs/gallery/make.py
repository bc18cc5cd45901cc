"""Pictures of products.

    python docs/gallery/make.py                                  the pictures of the README, into docs/pictures/
    python docs/gallery/make.py --glb part.glb -o part.png       a quick look at any GLB file (a few seconds)
"""

from __future__ import annotations

import argparse
from pathlib import Path

import glb
import views


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    look = parser.add_argument_group("a quick look")
    look.add_argument("--glb", type=Path, metavar="FILE", help="GLB file to look at")
    look.add_argument("-o", "--output", type=Path, default=Path("look.png"), metavar="PNG")
    look.add_argument("--size", type=_size, default=(900, 700), metavar="900x700")
    look.add_argument("--view", choices=views.NAMES, default="iso")
    look.add_argument("--cut", type=_cut, metavar="y=0.5", help="plane of --view section, mm (default: y, the middle)")
    look.add_argument("--zoom", type=float, default=1.0)
    look.add_argument("--only", metavar="NAME", help="only parts whose name contains this")
    chosen = parser.parse_args()
    if chosen.glb:
        pieces = [piece for piece in glb.load(chosen.glb.read_bytes()) if (chosen.only or "") in piece.name]
        if not pieces:
            parser.error(f"no part of {chosen.glb} has {chosen.only!r} in its name")
        from preview import preview

        preview(pieces, chosen.size, chosen.view, chosen.zoom, chosen.cut).save(chosen.output)
        return


def _size(text: str) -> tuple[int, int]:
    width, height = text.lower().split("x")
    return int(width), int(height)


def _cut(text: str) -> tuple[str, float]:
    axis, at = text.split("=")
    if axis not in {"x", "y", "z"}:
        raise argparse.ArgumentTypeError(f"a cut is x=..., y=... or z=..., not {text!r}")
    return axis, float(at)


if __name__ == "__main__":
    main()

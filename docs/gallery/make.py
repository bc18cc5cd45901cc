"""Pictures of products.

    python docs/gallery/make.py                                  the pictures of the README, into docs/pictures/
    python docs/gallery/make.py --draft ring -o /tmp             one of them, small, in a fraction of the time
    python docs/gallery/make.py --glb part.glb -o part.png       a quick look at any GLB file (a few seconds)
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import glb
import views
from covers import COVERS
from watch_choices import WATCHES

PRODUCTS: dict[str, tuple[str, dict[str, str | float]]] = {
    "yellow": ("ring", {"circumference": 54, "width": 4.5, "thickness": 1.9, "profile": "D", "alloy": "Au750 3N",
                        "engraving": "LOT ONE", "letter_height": 2.2}),
    "platinum": ("ring", {"circumference": 60, "width": 5, "thickness": 1.7, "profile": "flat", "alloy": "Pt950 Ru",
                          "finish": "brushed", "engraving": "AMOR", "letter_height": 1.8}),
    "red": ("ring", {"circumference": 51, "width": 3, "thickness": 1.7, "profile": "court", "comfort": "true",
                     "alloy": "Au750 5N"}),
    **WATCHES,
    **COVERS,
}
"""What is built for the pictures: template and choices, as `configurator build` takes them."""
CARDS = {"ring": "ring", "watch_dress": "watch_case", "leg_cover": "leg_cover"}
"""Pictures that a template's card shows: picture -> template."""
DOCS = Path(__file__).resolve().parent.parent
LARGEST = 900_000
"""Bytes; a picture that needs more as PNG is kept as JPEG."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these pictures")
    parser.add_argument("-o", "--output", type=Path, help="folder (default docs/pictures), or the PNG of a quick look")
    parser.add_argument("--draft", action="store_true", help="half the size, a quarter of the samples")
    parser.add_argument("--packages", type=Path, metavar="DIR", help="keep job packages here, and build only those missing")
    look = parser.add_argument_group("a quick look")
    look.add_argument("--glb", type=Path, metavar="FILE", help="GLB file to look at")
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

        look_at = preview(pieces, chosen.size, chosen.view, chosen.zoom, chosen.cut)
        look_at.save(chosen.output or Path("look.png"))
        return
    take(chosen.names, chosen.output or DOCS / "pictures", chosen.draft, chosen.packages)


def take(names: list[str], folder: Path, draft: bool, packages: Path | None = None) -> None:
    """Builds the products and takes their pictures; all of them if none is named."""
    import studio
    from pictures import PICTURES
    from scene import Scene

    known = {picture.name for picture in PICTURES}
    if not known.issuperset(names):
        raise SystemExit(f"there is no picture {sorted(set(names) - known)}; there are {sorted(known)}")
    wanted = [picture for picture in PICTURES if not names or picture.name in names]
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as passing:
        shown = {name: _product(name, packages or Path(passing))
                 for name in sorted({need for picture in wanted for need in picture.needs})}
    for picture in wanted:
        start, scale = time.monotonic(), 2 if draft else 1
        composed = picture.compose(shown)
        if isinstance(composed, Scene):
            width, height = (pixels // scale for pixels in picture.size)
            composed = studio.render(composed, width, height, picture.samples // scale ** 2)
        path = _save(composed, folder / picture.name)
        if picture.name in CARDS and folder == DOCS / "pictures":
            _card(path, CARDS[picture.name])
        print(f"{path}  {composed.shape[1]} x {composed.shape[0]}  {path.stat().st_size // 1000} kB  "
              f"{time.monotonic() - start:.0f} s", flush=True)


def _product(name: str, folder: Path) -> object:
    """The `Ring`, `Watch` or `Cover` of that name, built into the folder unless it stands there already."""
    import covers
    import products
    import watches

    template, choices = PRODUCTS[name]
    kept = sorted((folder / name).glob("*.zip"))
    package = kept[0] if kept else products.build(template, choices, folder / name)
    made = {"watch_case": watches.watch, "leg_cover": covers.cover, "ring": products.ring}
    return made[template](package, choices)


def _card(shot: Path, template: str) -> None:
    """The picture by which a template is chosen on the first page, in its own folder."""
    from PIL import Image

    with Image.open(shot) as picture:
        picture.convert("RGB").resize((960, 720), Image.Resampling.LANCZOS).save(
            DOCS.parent / "part_templates" / template / "picture.webp", quality=86, method=6)


def _save(shot: Any, path: Path) -> Path:
    """Writes a (h, w, 3) uint8 picture as PNG, or as JPEG if that is too large; the other one is taken away."""
    from PIL import Image

    picture, lossless, lossy = Image.fromarray(shot), path.with_suffix(".png"), path.with_suffix(".jpg")
    picture.save(lossless, optimize=True)
    if lossless.stat().st_size <= LARGEST:
        lossy.unlink(missing_ok=True)
        return lossless
    lossless.unlink()
    picture.save(lossy, quality=92, subsampling=0, optimize=True, progressive=True)
    return lossy


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

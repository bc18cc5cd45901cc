"""Small pictures of what a choice changes, for the pages: every option of some choices, drawn as it is built.

    python docs/gallery/options.py [TEMPLATE ...]     writes part_templates/<template>/pictures/<choice>.<option>.webp
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from configurator import load_template
from PIL import Image

import products
from preview import preview

SIZE = (224, 168)
QUALITY = 84
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Sight:
    """How the options of a choice are shown: `view` and `zoom` as in preview.py, on a product with these choices."""

    view: str
    zoom: float = 1.0
    choices: Mapping[str, str | float] = field(default_factory=dict)
    aim: tuple[float, float] = (0.5, 0.5)
    """Where of the whole picture the middle of the small one lies, from its left and its top."""


SIGHTS: dict[str, dict[str, Sight]] = {
    "watch_case": {
        "bezel_style": Sight("iso", 2.2, aim=(0.38, 0.62)),
        "lug_style": Sight("iso", 3.0, aim=(0.24, 0.62)),
        "back_style": Sight("bottom", 1.3),
        "engraving_place": Sight("bottom", 1.3, choices={"engraving": "à jamais"}),
    },
    "leg_cover": {"pattern": Sight("iso", 3.4, aim=(0.52, 0.4))},
    "ring": {"profile": Sight("section", 2.9, aim=(0.077, 0.5))},
}


def main() -> None:
    """Draws all of them, or those of the templates that are named."""
    for template in sys.argv[1:] or SIGHTS:
        loaded = load_template(template)
        folder = ROOT / "part_templates" / template / "pictures"
        folder.mkdir(exist_ok=True)
        for choice, sight in SIGHTS[template].items():
            for option in loaded.parameters[choice].json_schema()["enum"]:
                choices = loaded.space.complete({**sight.choices, choice: option}).choices
                with TemporaryDirectory() as passing:
                    pieces = products.pieces(products.build(template, choices, Path(passing)))
                wide = tuple(round(side * sight.zoom) for side in SIZE)
                whole = preview(pieces, (wide[0], wide[1]), sight.view)
                left, top = (round(side * at - small / 2) for side, at, small in zip(wide, sight.aim, SIZE, strict=True))
                picture = Image.new("RGB", SIZE, whole.getpixel((0, 0)))
                picture.paste(whole, (-left, -top))
                path = folder / f"{choice}.{option}.webp"
                picture.save(path, quality=QUALITY, method=6)
                sys.stdout.write(f"{path.relative_to(ROOT)}  {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()

"""Pictures of drawings for the documentation: sheets of example packages, as poppler draws them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
SHEETS = {
    "drawing_case": ("watch-steel-display", "-01_A.pdf"),
    "drawing_whole": ("watch-steel-display", "_A_asm.pdf"),
    "drawing_crown": ("watch-gold-dress", "-06_A.pdf"),
    "drawing_ring": ("ring-yellow-gold", "-01_A.pdf"),
}
"""Picture: example, and how the sheet's name ends."""
_DOTS = 110


def main() -> int:
    """Builds each example once, takes its sheets."""
    with tempfile.TemporaryDirectory() as folder:
        for example in sorted({example for example, _ in SHEETS.values()}):
            choices = ROOT / "examples" / f"{example}.json"
            subprocess.run([sys.executable, "-m", "configurator.cli", "build", json.loads(choices.read_text())["template"],
                            "--config", choices, "-o", Path(folder) / example], check=True)
        for picture, (example, ends) in SHEETS.items():
            (package,) = (Path(folder) / example).glob("*.zip")
            with zipfile.ZipFile(package) as files:
                (name,) = (each for each in files.namelist() if each.startswith("drawing/") and each.endswith(ends))
                drawn = subprocess.run(["pdftoppm", "-r", str(_DOTS), "-png", "-singlefile", "-"], input=files.read(name),
                                       capture_output=True, check=True).stdout
            Image.open(io.BytesIO(drawn)).convert("L").save(PICTURES / f"{picture}.webp", lossless=True, method=6)
            print(PICTURES / f"{picture}.webp")
    return 0


if __name__ == "__main__":
    sys.exit(main())

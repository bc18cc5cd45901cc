"""A template whose parts are never really made, and workers that fail where a test wants it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType

import pytest

from configurator import Product
from configurator.errors import BuildFailed
from configurator.geometry.answers import PartAnswer
from configurator.geometry.requests import Overlap
from configurator.product.catalogue import load_folder
from configurator.product.measured import Measured

TEMPLATE = '''"""A stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from configurator import Mm, Option, Placement, Product, Table, Text, choice, count, cq, flag, length, part, rule, text


class Metal(Option):
    wall: Mm


class Stand(Product):
    """A stand. Frame: Z is up."""

    prefix, revision = "ST", "A"
    height: Mm = length(20, 10, 40, step=1, label="Height")
    wall: Mm = length(2, 1, 4, step=0.5, label="Wall")
    arms: int = count(2, 0, 8, label="Arms")
    hollow: bool = flag(False, label="Hollow")
    metal: Metal = choice(Table(Metal, Path(__file__).with_name("metals.csv")), label="Metal")
    inscription: Text = text(6, label="Inscription")

    @rule
    def arms_need_a_wall(self) -> bool:
        """{arms} arms need a thicker wall than {wall} mm."""
        return self.wall >= 0.5 * self.arms

    @rule
    def hollow_ones_are_low(self) -> bool:
        """Hollow stands of {height} mm topple."""
        return not self.hollow or self.height <= 30

    @part(material="metal", process="cast")
    def post(self) -> cq.Workplane:
        return cq.Workplane().box(10, 10, self.height)
'''
METALS = "name,wall,wall_unit,grade,source\nbrass,1,mm,design,test\nsteel,2,mm,design,test\n"


def _folder_with(parent: Path, *changes: tuple[str, str]) -> Path:
    """The template's folder; `changes` are (old, new) in its code."""
    text = TEMPLATE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    folder = parent / "stand"
    folder.mkdir()
    (folder / "template.py").write_text(text, encoding="utf-8")
    (folder / "metals.csv").write_text(METALS, encoding="utf-8")
    return folder


@pytest.fixture
def stand(tmp_path: Path) -> type[Product]:
    """The template as it is."""
    return load_folder(_folder_with(tmp_path))


@pytest.fixture
def stand_with(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., type[Product]]:
    """The template with (old, new) in its code."""
    return lambda *changes: load_folder(_folder_with(tmp_path_factory.mktemp("stands"), *changes))


class Workers:
    """Stands in for Geometry: `fails(product)` says what is wrong with a configuration, or nothing."""

    def __init__(self, fails: Callable[[Product], str] = lambda product: "", *, stop_after: int = 10**9) -> None:
        self.fails, self.stop_after = fails, stop_after
        self.built: list[str] = []

    def start(self, product: Product, *, compared: bool = False) -> list[Future[list[PartAnswer]]]:
        if len(self.built) == self.stop_after:
            raise KeyboardInterrupt
        self.built.append(product.number)
        future: Future[list[PartAnswer]] = Future()
        reason = self.fails(product)
        if reason:
            future.set_exception(BuildFailed(reason, template="stand", part="post", number=product.number))
        else:
            measured = Measured(1.0, 1.0, (0.0, 0.0, 0.0), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), 6, 12)
            seconds = 0.001 * len(self.built)
            future.set_result([PartAnswer("post", product.number, measured, (), None, None, (), made=True, seconds=seconds)])
        return [future]

    def overlaps(self, product: Product, after: object = ()) -> Future[list[Overlap]]:
        future: Future[list[Overlap]] = Future()
        future.set_result([])
        return future

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None: ...


@pytest.fixture
def workers() -> type[Workers]:
    """Stands in for Geometry."""
    return Workers

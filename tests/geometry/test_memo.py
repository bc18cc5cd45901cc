"""The memo: a part is made again only when something it read has changed. Parts here are plain tuples, no kernel."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from configurator import (
    BuildError,
    Figures,
    Impure,
    Memo,
    Mm,
    Option,
    Placement,
    Product,
    Table,
    choice,
    derived,
    feature,
    flag,
    length,
    part,
)
from configurator.geometry.memo import Leaf
from configurator.geometry.store import DiskStore

FOLDER = Path(__file__).parent


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    (folder / "metals.csv").write_text("name,density,wall,grade,source\nsilver,10,1.5,C,t\ngold,15,1.5,C,t\ntin,7,2,C,t\n")
    (folder / "figures.csv").write_text("name,value,grade,source\ndepth,0.1,C,t\nedge,0.2,C,t\n")
    return folder


@pytest.fixture(scope="session")
def template(tables: Path) -> type[Product]:
    class Metal(Option):
        density: float
        wall: Mm

    class Thing(Product):
        prefix, revision = "TH", "A"
        figures = Figures(tables / "figures.csv")
        a: Mm = length(1, 0, 9, step=1, label="A")
        b: Mm = length(1, 0, 9, step=1, label="B")
        c: Mm = length(1, 0, 9, step=1, label="C")
        on: bool = flag(False, label="On")
        metal: Metal = choice(Table(Metal, tables / "metals.csv"), label="Metal")

        @derived
        def half(self) -> Mm:
            return self.a // 2

        @derived
        def points(self) -> list[tuple[Mm, Mm]]:
            return [(self.half, self.b)]

        @feature
        def core(self) -> Any:
            return ("core", self.half)

        @feature
        def ring(self, index: int, word: str = "x") -> Any:
            return ("ring", index, word, self.core(), self.c)

        @part(material="metal", process="cast")
        def plain(self) -> Any:
            return ("plain", self.half)

        @part(material="metal", process="cast")
        def branching(self) -> Any:
            return ("on", self.a) if self.on else ("off", self.b)

        @part(material="metal", process="cast")
        def nested(self) -> Any:
            return (self.ring(0), self.ring(1, word="y"), self.core())

        @part(material="metal", process="cast")
        def walled(self) -> Any:
            return (self.metal.wall, self.figures.edge)

        @part(material="metal", process="cast")
        def listed(self) -> Any:
            return self.points

        @part(material="metal", process="cast")
        def breaks(self) -> Any:
            if self.a > 5:
                raise ValueError(f"{self.a} is too much")
            return self.a

        @part(material="metal", process="cast")
        def placed(self) -> Any:
            return "placed"

        @placed.place
        def _somewhere(self) -> list[Placement]:
            return [Placement(x=self.a)]

    return Thing


def parts(template: type[Product], *names: str) -> list[Any]:
    return [template.parts[name] for name in names]


@pytest.mark.parametrize(("name", "changes", "made"), [
    ("plain", {"b": 2}, []), ("plain", {"a": 0}, []), ("plain", {"a": 2}, ["plain"]),
    ("branching", {"a": 5}, []), ("branching", {"b": 5}, ["branching"]), ("branching", {"on": True}, ["branching"]),
    ("nested", {"b": 4}, []), ("nested", {"c": 4}, ["ring", "ring", "nested"]),
    ("nested", {"a": 4}, ["core", "ring", "ring", "nested"]), ("nested", {"a": 0, "b": 3, "on": True}, []),
    ("walled", {"metal": "gold"}, []), ("walled", {"metal": "tin"}, ["walled"]), ("walled", {"a": 7}, []),
    ("listed", {"c": 7}, []), ("listed", {"b": 7}, ["listed"]), ("placed", {"a": 7}, []),
])
def test_a_part_is_made_again_only_when_what_it_read_has_changed(template: type[Product], name: str, changes: dict[str, Any],
                                                                 made: list[str]) -> None:
    memo, step = Memo(), template.parts[name]
    first = memo.make(template(), step)
    memo.made.clear()
    assert memo.make(template(), step) == first
    changed = memo.make(template(**changes), step)
    assert memo.made == made
    assert (changed == first) == (not made)
    assert changed == Memo().make(template(**changes), step)


POINTS = st.fixed_dictionaries({"a": st.integers(0, 9), "b": st.integers(0, 3), "c": st.integers(0, 2), "on": st.booleans(),
                                "metal": st.sampled_from(["silver", "gold", "tin"])})


@settings(max_examples=25)
@given(st.lists(POINTS, min_size=1, max_size=15), st.integers(2_000, 100_000))
def test_the_memo_never_changes_a_result_however_little_it_may_hold(template: type[Product], points: list[dict[str, Any]],
                                                                    limit: int) -> None:
    kept, small = Memo(), Memo(limit=limit)
    for choices in points:
        product = template(**choices)
        for name in ("plain", "branching", "nested", "walled", "listed"):
            fresh, reads = Memo().make(product, template.parts[name])
            assert kept.make(product, template.parts[name]) == (fresh, reads)
            assert small.make(product, template.parts[name]) == (fresh, reads)
        assert small.weight <= max(limit, 11_000)


def test_reads_are_the_values_that_were_read(template: type[Product]) -> None:
    product = template(a=5, metal="gold")
    read = {name: Memo().make(product, template.parts[name])[1] for name in ("plain", "walled", "nested", "listed")}
    assert read == {"plain": {"half": 2.0}, "walled": {"metal.wall": 1.5, "figures.edge": 0.2},
                    "nested": {"half": 2.0, "c": 1.0}, "listed": {"points": ((2.0, 1.0),)}}


def test_the_number_may_be_engraved(template: type[Product]) -> None:
    class Numbered(template):  # type: ignore[misc, valid-type]
        @part(material="metal", process="cast")
        def plate(self) -> Any:
            return self.number

    memo = Memo()
    assert memo.make(Numbered(b=3), Numbered.parts["plate"]) == (Numbered(b=3).number, {"number": Numbered(b=3).number})
    memo.make(Numbered(b=4), Numbered.parts["plate"])
    assert memo.made == ["plate", "plate"]


def test_a_failure_is_remembered_and_names_part_and_line(template: type[Product]) -> None:
    memo, step = Memo(), template.parts["breaks"]
    for _ in range(3):
        with pytest.raises(BuildError, match=rf"^breaks: ValueError: 7\.0 is too much \({FOLDER / 'test_memo.py'}:\d+\)$"):
            memo.make(template(a=7), step)
    assert memo.made == ["breaks"]
    assert memo.make(template(a=5), step)[0] == 5


def test_what_leaves_the_memo_is_a_copy(template: type[Product]) -> None:
    class Listing(template):  # type: ignore[misc, valid-type]
        @feature
        def inner(self) -> Any:
            return [self.a]

        @part(material="metal", process="cast")
        def outer(self) -> Any:
            mine = self.inner()
            mine.append(1)
            return mine

    memo = Memo(lambda result: list(result))
    for _ in range(3):
        got, _ = memo.make(Listing(), Listing.parts["outer"])
        assert got == [1.0, 1]
        got.append(99)
        memo.make(Listing(), vars(Listing)["inner"])[0].append(7)


def impure(template: type[Product], function: Callable[[Any], Any], *members: Any) -> tuple[type[Product], Any]:
    space: dict[str, Any] = {"p": part(material="metal", process="cast")(function), "__module__": __name__,
                             "__qualname__": "Impure_", **{each.function.__name__: each for each in members}}
    made = type(template)("Impure_", (template,), space)
    return made, made.parts["p"]


def test_a_read_after_the_part_was_made_is_refused(template: type[Product]) -> None:
    kind, step = impure(template, lambda self: lambda: self.b)
    result, _ = Memo().make(kind(), step)
    with pytest.raises(Impure, match="handed out its `self`: b is read after the part was made"):
        result()


@pytest.mark.parametrize(("first", "then", "said"), [
    (lambda self: self.a, lambda self: self.b, "read 'b' where it read 'a' before"),
    (lambda self: (self.a, self.b), lambda self: self.a, "read less than before"),
    (lambda self: self.a, lambda self: (self.a, self.b), "read 'b' where it read 'nothing' before"),
    (lambda self: (self.a, self.b), lambda self: (self.b, self.a), "read 'b' where it read 'a' before"),
])
def test_reads_that_differ_with_all_values_equal_are_refused(template: type[Product], first: Any, then: Any, said: str) -> None:
    ways = [first, then]
    kind, step = impure(template, lambda self: ways[0](self))
    memo = Memo()
    memo.make(kind(), step)
    ways.reverse()
    for leaf in [key for key, node in memo._nodes.items() if isinstance(node, Leaf)]:
        if said != "read 'b' where it read 'nothing' before":
            del memo._nodes[leaf]  # dropped for room: the way to it is still known
    if "nothing" in said:
        recorded = {"a": 1.0, "b": 1.0}
        from configurator.geometry.memo import _key

        start = _key(b"", kind.__module__, kind.__qualname__, kind.fingerprint, "p", ())
        with pytest.raises(Impure, match=said):
            memo._insert(start, recorded, None, None, step)
        return
    with pytest.raises(Impure, match=said):
        memo.make(kind(), step)


@pytest.mark.parametrize("value", [{"a": 1}, {1, 2}, object(), b"x", 1j, (1, [{}])],
                         ids=["mapping", "set", "object", "bytes", "complex", "nested"])
def test_a_derived_value_must_be_plain(template: type[Product], value: Any) -> None:
    def odd(self: Any) -> Any:
        return value

    kind, step = impure(template, lambda self: self.odd, derived(odd))
    with pytest.raises(Impure, match="was read by a part; derived values are numbers, words, options, limbs or"):
        Memo().make(kind(), step)


def test_equal_values_of_different_kinds_are_different_reads() -> None:
    from configurator.geometry.memo import _key

    ways = [True, 1, 1.0, "1", "1.0", None, "None", (1,), (1, 1), ((1,), 1), ("1",), "(1)", 2, ("a,b",), ("a", "b"), ("a'", "b"), ()]
    assert len({_key(b"", way) for way in ways}) == len(ways)
    assert _key(b"", 0.0) == _key(b"", -0.0)
    assert _key(b"", [1, 2]) == _key(b"", (1, 2))
    assert _key(b"", "a", "b") != _key(b"", "a\0b")


def test_the_longest_unused_goes_first_and_weight_is_kept(template: type[Product]) -> None:
    step = template.parts["plain"]
    memo = Memo(weigh=lambda result: 9_000, limit=30_000)  # room for three leaves of 10,000
    for a in (0, 2, 4):
        memo.make(template(a=a), step)
    memo.make(template(a=0), step)
    memo.make(template(a=6), step)  # 2 goes: it is the longest unused
    assert memo.weight == 30_000 == sum(node.weight for node in memo._nodes.values() if isinstance(node, Leaf))
    memo.made.clear()
    for a in (0, 4, 6):
        memo.make(template(a=a), step)
    assert memo.made == []
    memo.make(template(a=2), step)
    assert memo.made == ["plain"]
    memo.clear()
    assert (memo.weight, len(memo._nodes)) == (0, 0)


# --- on disk


def freeze(leaf: Leaf) -> bytes | None:
    return None if leaf.failure else repr((leaf.result, leaf.weight)).encode()


def thaw(key: str, node: bytes) -> Leaf | None:
    result, weight = eval(node.decode())
    return Leaf(key, result, weight=weight)


def on_disk(folder: Path, **more: Any) -> Memo:
    return Memo(store=DiskStore(folder, **more), freeze=freeze, thaw=thaw)


def make(memo: Memo, product: Product, name: str) -> Any:
    leaf, _ = memo.leaf(product, product.parts[name])
    memo.keep(leaf)
    return leaf.result


def test_what_one_memo_made_another_finds_on_disk(template: type[Product], tmp_path: Path) -> None:
    first, second = on_disk(tmp_path), on_disk(tmp_path)
    results = {(name, a): make(first, template(a=a), name) for name in ("plain", "branching", "walled") for a in range(5)}
    for (name, a), result in results.items():
        assert make(second, template(a=a), name) == result
    assert second.made == []
    assert 0 < second.weight == first.weight


def test_the_quota_is_kept(tmp_path: Path) -> None:
    store, dice = DiskStore(tmp_path, quota=200_000), random.Random(1)
    for index in range(400):
        store.put(index.to_bytes(4, "big"), dice.randbytes(2_000))
    assert store.size() <= 200_000 * 1.03
    assert store.get((399).to_bytes(4, "big")) is not None
    store.put(b"huge", bytes(60_000))  # more than a quarter of the quota is not worth it
    assert store.get(b"huge") is None


@pytest.mark.parametrize("damage", ["overwritten", "emptied", "cut", "garbage", "a folder"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: str) -> None:
    store = DiskStore(tmp_path)
    for index in range(50):
        store.put(bytes([index]), bytes([index]) * 1_000)
    store.close()
    file = tmp_path / "memo.sqlite"
    content = file.read_bytes()
    match damage:
        case "overwritten":
            file.write_bytes(content[:100] + bytes(len(content) - 100))
        case "emptied":
            file.write_bytes(b"")
        case "cut":
            file.write_bytes(content[:len(content) // 2])
        case "garbage":
            file.write_bytes(random.Random(1).randbytes(20_000))
        case _:
            file.unlink()
            file.mkdir()
    again = DiskStore(tmp_path)
    for index in range(50):
        assert again.get(bytes([index])) in (None, bytes([index]) * 1_000)
        again.put(bytes([index]), b"new")
    assert again.get(b"\x31") in ((b"new",) if damage != "a folder" else (None,))


def test_a_node_that_was_changed_on_disk_is_not_there(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    store.put(b"key", b"value")
    with sqlite3.connect(tmp_path / "memo.sqlite") as file:
        file.execute("UPDATE nodes SET node = ?", (b"other",))
    file.close()
    assert store.get(b"key") is None
    store.put(b"key", b"value")
    assert store.get(b"key") == b"value"


def run(code: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)], capture_output=True, text=True,
                          env={**os.environ, **environment}, timeout=120)


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    code = """
        import sys
        from pathlib import Path
        from configurator.geometry.store import DiskStore
        store, me = DiskStore(Path(sys.argv[1]), 3_000_000), sys.argv[2].encode()
        for index in range(400):
            store.put(b"both%d" % index, b"same" * 500)
            store.put(me + b"%d" % index, me * 500)
        print(sum(store.get(me + b"%d" % index) == me * 500 for index in range(400)))
    """
    writers = [subprocess.Popen([sys.executable, "-c", textwrap.dedent(code), str(tmp_path), name], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True) for name in ("one", "two")]
    assert [writer.communicate(timeout=120) for writer in writers] == [("400\n", "")] * 2
    store = DiskStore(tmp_path)
    assert all(store.get(b"both%d" % index) == b"same" * 500 for index in range(400))
    assert all(store.get(b"one%d" % index) == b"one" * 500 for index in range(400))


@pytest.mark.parametrize("room", [0, 1_000, 30_000])
def test_a_disk_that_is_full_from_the_start_is_as_good_as_none(tmp_path: Path, room: int) -> None:
    """No file may grow beyond `room` bytes: what a full disk does to a process."""
    code = """
        import resource, signal, sys
        from pathlib import Path
        from configurator.geometry.store import DiskStore
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
        store = DiskStore(Path(sys.argv[1]))
        store.put(b"key", bytes(50_000))
        found = store.get(b"key")
        store.close()
        print(found)
    """
    done = run(code, tmp_path, room)
    assert (done.stdout, done.stderr) == ("None\n", "")


def test_a_disk_that_fills_up_costs_nothing_but_memory(tmp_path: Path) -> None:
    code = """
        import resource, signal, sys
        from pathlib import Path
        from configurator.geometry.store import DiskStore
        store = DiskStore(Path(sys.argv[1]))
        store.put(b"early", b"value")
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
        for index in range(100):
            store.put(b"%d" % index, bytes(5_000))
        print(sum(store.get(b"%d" % index) is not None for index in range(100)) < 50, store.get(b"early") in (b"value", None))
    """
    done = run(code, tmp_path)
    assert (done.stdout, done.stderr) == ("True True\n", "")


def test_a_folder_that_cannot_be_made_is_as_good_as_none(template: type[Product], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    memo = on_disk(tmp_path / "file" / "memo")
    assert make(memo, template(), "plain") == ("plain", 0.0)
    assert make(memo, template(), "plain") == ("plain", 0.0)
    assert memo.made == ["plain"]


def test_a_folder_that_cannot_be_written_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened read-only by the operating system's own means, which hold for the superuser as well."""
    DiskStore(tmp_path).put(b"key", b"value")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda file, **more: connect(f"file:{file}?mode=ro", uri=True, **more))
    store = DiskStore(tmp_path)
    store.put(b"other", b"value")
    assert store.get(b"other") is None
    store.close()


KEYS = """
    from configurator.geometry.memo import Memo
    from configurator import load_template
    Ring = load_template("ring")
    ring = Ring(engraving="Zoë", alloy="Ag925", thickness=2)
    memo = Memo()
    Ring.parts["band"].function = lambda self: (self.engraving, self.wall, self.figures.engraving_depth, self.alloy.density)
    leaf, reads = memo.leaf(ring, Ring.parts["band"])
    print(leaf.key, *reads)
"""


def test_keys_are_equal_in_every_process() -> None:
    found = {run(KEYS, PYTHONHASHSEED=seed, PYTHONIOENCODING="utf-8", TZ=zone).stdout for seed, zone in
             (("0", "UTC"), ("99", "Asia/Tokyo"))}
    assert len(found) == 1
    key, *reads = found.pop().split()
    assert len(key) == 32
    assert reads == ["engraving", "wall", "figures.engraving_depth", "alloy.density"]


STALE = """
    import sys
    from pathlib import Path
    from configurator.product.catalogue import load_folder
    from configurator.geometry.kernel.build import build, the_memo
    from configurator.geometry.requests import BuildRequest
    folder = Path(sys.argv[1])

    def volume(fresh=True):
        template = load_folder(folder, fresh=fresh)
        before = len(the_memo().made)
        (answer,) = build(BuildRequest.of(template(), ("block",), mesh=False))
        return round(answer.measured.volume, 6), len(the_memo().made) - before

    print(volume(), volume())
    table = folder / "sizes.csv"
    table.write_text(table.read_text().replace("2,mm", "3,mm"))
    print(volume(), volume())
    code = folder / "shapes.py"
    code.write_text(code.read_text().replace("1.0", "1.5"))
    print(volume(), volume())
    the_memo().clear()
    print(volume())
"""


def test_a_changed_template_never_serves_a_stale_shape(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "block"
    folder.mkdir(parents=True)
    (folder / "sizes.csv").write_text("name,value,unit,grade,source\ndepth,2,mm,design,test\n")
    (folder / "shapes.py").write_text("from configurator import cq\n\n\ndef block(size, depth):\n"
                                      "    return cq.Workplane().box(size, depth, 1.0)\n")
    (folder / "template.py").write_text(textwrap.dedent('''
        """A block."""
        from __future__ import annotations
        from pathlib import Path
        from configurator import Figures, Mm, Product, cq, length, part
        from . import shapes


        class Block(Product):
            """A block."""
            prefix, revision = "BL", "A"
            figures = Figures(Path(__file__).parent / "sizes.csv")
            size: Mm = length(4, 1, 9, step=1, label="Size")

            @part(material="steel", process="mill")
            def block(self) -> cq.Workplane:
                """The block."""
                return shapes.block(self.size, self.figures.depth)
    '''))
    environment = {"CONFIGURATOR_HOME": str(tmp_path / "state"), "PYTHONDONTWRITEBYTECODE": "1"}
    first = run(STALE, folder, **environment)
    assert first.stdout == "(8.0, 1) (8.0, 0)\n(12.0, 1) (12.0, 0)\n(18.0, 1) (18.0, 0)\n(18.0, 0)\n", first.stderr
    again = run(STALE, folder, **environment)  # another process: from disk, and nothing is left to change
    assert again.stdout == "(18.0, 0) (18.0, 0)\n" * 3 + "(18.0, 0)\n", again.stderr

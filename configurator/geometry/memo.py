"""Memo: a part is made again only when something it read has changed.

What a part reads is recorded, as values, while it is made. A part is a pure function, so its first read is always the
same, its second depends on the first value only, and so on: the recordings form a decision tree, and branches of the
code are branches of the tree. A node is filed under the hash of the way that leads to it, so that memory and disk can
hold the same tree, drop any of it, and share it between processes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from inspect import signature
from operator import attrgetter
from pathlib import Path
from time import process_time
from typing import Any, Protocol

from configurator.errors import BuildError, BuildFailed, Impure, LotOneError, TemplateError
from configurator.geometry.answers import StepRow
from configurator.product.limb import Limb
from configurator.product.parameters import Choice, Parameter
from configurator.product.parts import Part, derived, feature
from configurator.product.product import Product
from configurator.product.scanned import Scanned
from configurator.product.symbols import Glance, ScanGlance, StandIn
from configurator.product.tables import Figures, Option

_FACT = b"fact"
_LONGEST = 24
Reads = dict[str, Any]
"""Dotted name -> value, in the order of the first reading: {"movement.height": 4.6}."""


class Store(Protocol):
    """Where nodes outlive the process. Never raises: what cannot be read or written is simply not there."""

    def get(self, key: bytes) -> bytes | None:
        """The node filed under a key."""

    def put(self, key: bytes, node: bytes) -> None:
        """File a node."""


@dataclass
class Leaf:
    """What a step made, or why it could not, and what was worked out from it since (`more`)."""

    key: str
    result: Any = None
    failure: BuildError | None = None
    more: dict[str, Any] = field(default_factory=dict)
    weight: int = 1_000
    """Bytes, roughly."""


@dataclass(frozen=True)
class Fact:
    """A number that was worked out from several leaves."""

    value: float
    weight: int = 200
    """Bytes, roughly."""


class Memo:
    """Results of features and parts, the longest unused dropped first.

    `leave` copies what leaves the memo (shared shapes grow in booleans); `weigh` says how large a result is, bytes;
    `settle` puts what a part has made into the form in which it is kept, so that what was read is what was made;
    `freeze` and `thaw` turn a leaf into bytes and back for `store`.
    """

    def __init__(self, leave: Callable[[Any], Any] = lambda result: result, *, limit: int = 512_000_000,
                 weigh: Callable[[Any], int] = lambda result: 10_000, store: Store | None = None,
                 settle: Callable[[Leaf], None] = lambda leaf: None,
                 freeze: Callable[[Leaf], bytes | None] = lambda leaf: None,
                 thaw: Callable[[str, bytes], Leaf | None] = lambda key, node: None) -> None:
        self._nodes: OrderedDict[bytes, str | Leaf | Fact] = OrderedDict()
        self._leave, self._weigh, self._limit = leave, weigh, limit
        self._store, self._settle, self._freeze, self._thaw = store, settle, freeze, thaw
        self.weight = 0
        """Bytes held, roughly."""
        self.made: list[str] = []
        """Names of the steps that were really made, in order."""
        self.steps: list[StepRow] = []
        """The last step that was asked for from outside, with those it asked for, in the order in which they began."""
        self._depth = 0

    def build(self, product: Product) -> dict[str, Any]:
        """Every part that has a place in this configuration, by name. For looking at parts in one process."""
        return {name: self.make(product, part)[0] for name, part in product.parts.items() if part.placements(product)}

    def make(self, product: Product, step: feature[Any, Any], *args: Any) -> tuple[Any, Reads]:
        """A copy of the result of one step, remembered or new, and what it rests on."""
        leaf, reads = self.leaf(product, step, *args)
        return self._leave(leaf.result), reads

    def leaf(self, product: Product, step: feature[Any, Any], *args: Any) -> tuple[Leaf, Reads]:
        """What is remembered of one step, made if need be. A failure that is remembered is raised again."""
        if self._depth == 0:
            self.steps = []
        place, began = len(self.steps), process_time()
        self._depth += 1
        try:
            leaf, reads, made = self._leaf(product, step, *args)
        finally:
            self._depth -= 1
        name = f"{step.name}({', '.join(map(_told, args))})" if args else step.name
        self.steps.insert(place, StepRow(name, self._depth, made, process_time() - began, tuple(reads)))
        if leaf.failure is not None:
            raise leaf.failure
        return leaf, reads

    def _leaf(self, product: Product, step: feature[Any, Any], *args: Any) -> tuple[Leaf, Reads, bool]:
        start = _key(b"", type(product).__module__, type(product).__qualname__, product.fingerprint, step.name, args)
        reads, found = self._walk(start, product)
        known = found is not None
        if found is None:
            recorder = Recorder(self, product, step)
            try:
                result, failure = step.function(recorder, *args), None
            except (Impure, MemoryError):
                raise
            except BuildError as error:
                result, failure = None, error.at(part=step.name)
            except LotOneError:
                raise
            except Exception as error:
                if type(error).__name__ == "Standard_OutOfMemory":
                    raise MemoryError(str(error)) from error
                result, failure = None, _failed(step.name, error, product.home)
            reads = recorder._close()
            found = self._insert(start, reads, result, failure, step)
            self.made.append(step.name)
        return found, reads, not known

    def keep(self, leaf: Leaf, **more: tuple[Any, int]) -> None:
        """Remember with a leaf what was worked out from it: name -> (value, bytes)."""
        for name, (value, weight) in more.items():
            leaf.more[name] = value
            leaf.weight += weight
            self.weight += weight
        key = bytes.fromhex(leaf.key)
        if self._store is not None and (node := self._freeze(leaf)) is not None:
            self._store.put(key, b"=" + node)
        self._shrink()

    def fact(self, *way: Any) -> float | None:
        """What was noted under `way`, plain values that name leaves by their keys; None if nothing was."""
        key = _key(_FACT, *way)
        node = self._nodes.get(key)
        if node is None:
            node = self._fetch(key)
        else:
            self._nodes.move_to_end(key)
        return node.value if isinstance(node, Fact) else None

    def note(self, value: float, *way: Any) -> None:
        """Remember a number under `way`."""
        key = _key(_FACT, *way)
        if key not in self._nodes:
            self._nodes[key] = fact = Fact(value)
            self.weight += fact.weight
        if self._store is not None:
            self._store.put(key, b"#" + repr(float(value)).encode())
        self._shrink()

    def clear(self) -> None:
        """Forget everything that is held in memory."""
        self._nodes.clear()
        self.weight = 0

    def _walk(self, key: bytes, product: Product) -> tuple[Reads, Leaf | None]:
        reads: Reads = {}
        while True:
            node = self._nodes.get(key)
            if node is None:
                node = self._fetch(key)
                if node is None:
                    return reads, None
            else:
                self._nodes.move_to_end(key)
            if isinstance(node, Leaf):
                return reads, node
            assert isinstance(node, str)  # facts lie on no way
            value = reads[node] = _settled(attrgetter(node)(product))
            key = _key(key, node, value)

    def _insert(self, key: bytes, reads: Reads, result: Any, failure: BuildError | None,
                step: feature[Any, Any]) -> Leaf:
        for name, value in reads.items():
            there = self._nodes.get(key)
            if there is not None and there != name:
                raise Impure(f"{step.name} read {name!r} where it read {there if isinstance(there, str) else 'nothing'!r} "
                             "before, with all values equal: a part may depend on its configuration only")
            self._nodes[key] = name
            if self._store is not None and there is None:
                self._store.put(key, b"?" + name.encode())
            key = _key(key, name, value)
        if isinstance(self._nodes.get(key), str):
            raise Impure(f"{step.name} read less than before, with all values equal: a part may depend on its "
                         "configuration only")
        leaf = Leaf(key.hex(), result, failure)
        if failure is None:
            leaf.weight += self._weigh(result)
            if isinstance(step, Part):
                self._settle(leaf)
        self._nodes[key] = leaf
        self.weight += leaf.weight
        self._shrink()
        return leaf

    def _fetch(self, key: bytes) -> str | Leaf | Fact | None:
        """The node from the store, and into memory."""
        found = self._store.get(key) if self._store is not None else None
        if found is None:
            return None
        node: str | Leaf | Fact | None
        if found[:1] == b"?":
            node = found[1:].decode()
        else:
            node = Fact(float(found[1:])) if found[:1] == b"#" else self._thaw(key.hex(), found[1:])
        if node is not None:
            self._nodes[key] = node
            self.weight += 0 if isinstance(node, str) else node.weight
            self._shrink()
        return node

    def _shrink(self) -> None:
        while self.weight > self._limit and len(self._nodes) > 1:
            _, node = self._nodes.popitem(last=False)
            self.weight -= 0 if isinstance(node, str) else node.weight


def _failed(step: str, error: Exception, home: Path | None) -> BuildFailed:
    """What a template's own code or the kernel raised, with the place in the template where it arose."""
    trace, place = error.__traceback__, ""
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if home is not None and Path(file).is_relative_to(home):
            place = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    message = str(error).strip() or "no message"
    return BuildFailed(f"{type(error).__name__}: {message}" + (f" ({place})" if place else ""), part=step)


def _key(before: bytes, *way: Any) -> bytes:
    digest = blake2b(before, digest_size=16)
    for step in way:
        digest.update(_spelled(step).encode() + b"\0")
    return digest.digest()


def _settled(value: Any) -> Any:
    """A read value as parts get it: lists are tuples, so that no part can change what another one has read."""
    return tuple(map(_settled, value)) if isinstance(value, list) or type(value) is tuple else value


def _told(argument: Any) -> str:
    """An argument of a step for a person, in a few letters."""
    text = argument.name if isinstance(argument, Option) else f"{argument:g}" if isinstance(argument, float) else repr(argument)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _spelled(value: Any) -> str:
    """A read value in one spelling. Only plain values can be compared across processes."""
    if isinstance(value, float):
        return repr(float(value) + 0.0)
    if value is None or isinstance(value, (bool, int)):
        return repr(value)
    if isinstance(value, str):
        return repr(str(value))
    if isinstance(value, Option):
        return f"option {value.name!r}"
    if isinstance(value, Limb):
        return f"limb {value.sha256}"
    if isinstance(value, (tuple, list)):
        return f"({','.join(map(_spelled, value))})"
    raise Impure(f"{value!r} ({type(value).__name__}) was read by a part; derived values are numbers, words, options, limbs or "
                 "tuples of them")


class Recorder(StandIn):
    """What a part sees as `self`: the real values, and a note of each one taken."""

    __slots__ = ("_closed", "_memo", "_product", "_reads", "_step")

    def __init__(self, memo: Memo, product: Product, step: feature[Any, Any]) -> None:
        self._template, self._memo, self._product, self._step = type(product), memo, product, step
        self._reads: Reads = {}
        self._closed = False

    @property
    def number(self) -> str:
        """To engrave the number is to read every parameter."""
        return str(self._read("number", self._product.number))

    def _parameter(self, name: str, parameter: Parameter) -> Any:
        value = self._product.__dict__[name]
        if isinstance(parameter, Scanned):
            return ScanGlance(self, name, value)
        return Glance(self, name, value) if isinstance(parameter, Choice) else self._read(name, value)

    def _derived(self, found: derived[Any]) -> Any:
        """A derived value is read as its value: unchanged, it rebuilds nothing."""
        if found.name in self._reads:
            return self._reads[found.name]
        value = _settled(found.function(self._product))
        _spelled(value)  # refused here, where the name is known
        return self._read(found.name, value)

    def _figures(self, name: str, figures: Figures) -> Any:
        return Glance(self, name, figures)

    def _feature(self, step: feature[Any, Any], *args: Any, **named: Any) -> Any:
        if named:  # one spelling for one call, so that it is made once
            bound = signature(step.function).bind(self, *args, **named)
            bound.apply_defaults()
            if bound.kwargs:
                raise TemplateError(f"{step.name}: arguments of a feature may be named in a call, but not after a *")
            args = bound.args[1:]
        result, reads = self._memo.make(self._product, step, *args)
        for name, value in reads.items():
            self._read(name, value)
        return result

    def _read(self, name: str, value: Any) -> Any:
        if self._closed:
            raise Impure(f"{self._step.name} handed out its `self`: {name} is read after the part was made")
        return self._reads.setdefault(name, value)

    def _close(self) -> Reads:
        self._closed = True
        return self._reads


"""Product: an instance of a template is one valid configuration, and it knows how to become a product."""

from __future__ import annotations

import difflib
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict

from configurator.errors import InvalidChoice
from configurator.space.expressions import compiled, margin, reads
from configurator.space.tracing import trace
from configurator.texts import LANGUAGES, fill, say

from .aims import Aim, check_aims
from .characteristic_checks import check_general, check_together, told
from .characteristics import Characteristic
from .checks import (
    bound,
    check_bought,
    check_general_class,
    check_interfaces,
    check_names,
    check_prefix,
    check_sentences,
    checked_items,
    parameter_of,
)
from .conditions import Condition, Notice, notice, rule
from .fingerprint import fingerprint, folder_digest
from .followed import Followed
from .followed import checked as checked_followed
from .numbering import number, part_number
from .parameters import Parameter, plain
from .parts import Interface, Item, Part, bought, derived, feature, members
from .problems import Problem, Refusal, shown
from .scanned import Scanned, check_scans
from .space import Space
from .symbols import Symbols
from .tables import Figures, Option, Table
from .translations import Translations

if TYPE_CHECKING:
    from .bill import Line

C = TypeVar("C", bound=Condition)


class Product(BaseModel):
    """Base of every template. To exist is to be valid: all parameters on their grid, all rules kept.

    A template sets `prefix` (2 or 3 capital letters) and `revision`; its docstring says what it is and its frame.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=(), arbitrary_types_allowed=True,
                              ignored_types=(derived, Condition, feature, Figures, Table))
    prefix: ClassVar[str] = "XX"
    revision: ClassVar[str] = "A"
    title: ClassVar[str] = ""
    """What a customer calls it; the class name unless it is set, here or in what the template is made of."""
    _titled: ClassVar[str] = ""
    parameters: ClassVar[dict[str, Parameter]] = {}
    rules: ClassVar[list[rule]] = []
    notices: ClassVar[list[notice]] = []
    """All that are declared; `notices_that_apply` are those of a configuration."""
    aims: ClassVar[tuple[Aim, ...]] = ()
    """Characters that somebody may choose from who has no idea of sizes."""
    asks: ClassVar[tuple[str, ...]] = ()
    """Parameters that such a customer is asked for first."""
    general_tolerances: ClassVar[str] = "m"
    """Class of ISO 2768-1 for dimensions without limits of their own: f, m, c or v."""
    worn_on: ClassVar[str] = ""
    """Parameter that is the circumference (mm) of what it is worn on, so that pages can show it there; "" if none is."""
    parts: ClassVar[dict[str, Part[Any]]] = {}
    interfaces: ClassVar[dict[str, Interface]] = {}
    template: ClassVar[str] = ""
    """Name of the template's folder."""
    home: ClassVar[Path | None] = None
    """The template's folder."""
    fingerprint: ClassVar[str] = ""
    """Changes with template, program or libraries; part of every memo key."""
    template_digest: ClassVar[str] = ""
    """Changes with the template's own files only."""
    words: ClassVar[Translations] = Translations(None)
    space: ClassVar[Space]
    """What can be asked of the template's design space."""

    def __init__(self, **choices: Any) -> None:
        """Choices by parameter name; what is not given is the default. InvalidChoice lists everything that is wrong."""
        accepted, problems = self.accept(choices)
        refused = {problem.name for problem in problems}
        # Rules that do not depend on a refused choice are looked at all the same: every problem is told at once.
        super().__init__(**accepted, **{name: value for name, value in self.defaults().items() if name in refused})
        problems += [self._broken(each) for each in self.rules
                     if not refused & each.scope and not each.holds(self)]
        if problems:
            raise InvalidChoice(self.template or type(self).__name__, problems)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        # Taken now: a later hash may not be that of the code that runs.
        cls.template, cls.home, cls.template_digest = _origin(cls)
        cls.fingerprint = fingerprint(cls.template_digest)
        cls.words = Translations(cls.home)
        cls.space = Space(cls)
        cls._titled = vars(cls).get("title") or cls._titled
        cls.title = cls._titled or cls.__name__
        cls.parameters = {name: parameter_of(cls, name, info) for name, info in cls.model_fields.items()}
        check_names(cls, dir(Product))
        check_aims(cls)
        check_scans(cls.__name__, cls.parameters)
        names = {id(parameter): name for name, parameter in cls.parameters.items()}
        cls.parts = {name: bound(cls, each, names) for name, each in members(cls, Part).items()}
        check_prefix(cls)
        check_bought(cls)
        check_general_class(cls)
        cls.interfaces = members(cls, Interface)
        cls.rules = [_traced(cls, each) for each in members(cls, rule).values()]
        cls.notices = [_traced(cls, each) for each in members(cls, notice).values()]
        check_sentences(cls)
        check_interfaces(cls)

    @classmethod
    def accept(cls, choices: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
        """Each choice brought onto its parameter's domain, and what cannot be. Rules are not looked at."""
        problems, accepted = [_unknown(cls, name) for name in choices if name not in cls.parameters], dict[str, Any]()
        for name, parameter in cls.parameters.items():
            if name not in choices:
                accepted[name] = cls.model_fields[name].default
                continue
            try:
                accepted[name] = parameter.accept(choices[name])
            except Refusal as refusal:
                labels = {language: cls.label(name, language) for language in LANGUAGES}
                problems.append(refusal.problem(name, labels))
        return accepted, problems

    @classmethod
    def defaults(cls) -> dict[str, Any]:
        """Every parameter's default."""
        return {name: field.default for name, field in cls.model_fields.items()}

    @classmethod
    def _as_it_is(cls, choices: Mapping[str, Any]) -> Self:
        """For sentences about what cannot be: choices with no rule looked at. It never leaves this room."""
        accepted, problems = cls.accept(choices)
        if problems:
            raise InvalidChoice(cls.template or cls.__name__, problems)
        made = cls.__new__(cls)
        BaseModel.__init__(made, **accepted)
        return made

    def _broken(self, each: rule) -> Problem:
        sentences = {language: self.say(self.words.word(language, "rules", each.name, each.sentence), language)
                     for language in LANGUAGES}
        return Problem(each.name, "rule", sentences)

    def say(self, sentence: str, language: str = "en") -> str:
        """Fill a sentence with this configuration's own values: "{alloy} needs {alloy.min_wall} mm"."""
        return fill(sentence, language, lambda name: self._named(name, language))

    def _named(self, name: str, language: str) -> object:
        value: Any = self
        for step in name.split("."):
            value = getattr(value, step)
        first = name.split(".", maxsplit=1)[0]
        if isinstance(value, Option):
            return self.option_label(first, value, language) if first in self.parameters else value.name
        return value

    @classmethod
    def label(cls, parameter: str, language: str = "en") -> str:
        """What a parameter is called, for the customer."""
        return cls.words.word(language, "parameters", parameter, cls.parameters[parameter].label)

    @classmethod
    def option_label(cls, parameter: str, option: Option, language: str = "en") -> str:
        """What an option is called, for the customer."""
        return cls.words.word(language, "options", f"{parameter}.{option.name}", option.label or option.name)

    @classmethod
    def part_label(cls, part: str, language: str = "en") -> str:
        """What a part is called."""
        return cls.words.word(language, "parts", part, cls.parts[part].label)

    @classmethod
    def aim_label(cls, aim: Aim, language: str = "en") -> str:
        """What an aim is called, for the customer."""
        return cls.words.word(language, "aims", aim.name, aim.label)

    @classmethod
    def heading(cls, language: str = "en") -> str:
        """What the product is called."""
        return cls.words.word(language, "template", "title", cls.title)

    def notices_that_apply(self, language: str = "en") -> list[Notice]:
        """What is to be known of this configuration, in the order of the template."""
        return [Notice(each.name, self.say(self.words.word(language, "notices", each.name, each.sentence), language),
                       each.source, each.grade) for each in self.notices if each.holds(self)]

    @property
    def choices(self) -> dict[str, Any]:
        """All parameters as plain values, the way JSON and the constructor take them."""
        return {name: plain(self.__dict__[name]) for name in self.parameters}

    @property
    def idle(self) -> frozenset[str]:
        """Parameters that say nothing here: measures that a scan makes needless, and what is asked only of a scan."""
        scans = {name: each for name, each in self.parameters.items() if isinstance(each, Scanned)}
        return frozenset(other for name, each in scans.items() for other in each.idle(self.__dict__[name]))

    @property
    def telling(self) -> tuple[str, ...]:
        """The other parameters, in their order: those that say something here."""
        idle = self.idle
        return tuple(name for name in self.parameters if name not in idle)

    @cached_property
    def number(self) -> str:
        """Same choices, same number: a hash of template, revision and parameters."""
        return number(self.prefix, self.template, self.revision, self.choices)

    def part_number(self, part: str) -> str:
        """Number of a made part: the product's, with its place among the made parts of the template.

        That of a bought one is the name by which it is ordered.
        """
        item_of = self.parts[part].item_of
        if item_of is not None:
            return item_of(self).name
        made = [name for name, each in self.parts.items() if not each.is_bought]
        return part_number(self.number, made.index(part) + 1)

    def controlled(self, part: str) -> tuple[Characteristic, ...]:
        """What is controlled of a part, in the order of its template; nothing of one that is bought or has no place.

        TemplateError names template, part and characteristic if one makes no sense, or two do not together.
        """
        known = self.all_controlled
        if part not in known:
            known[part] = self._controlled(part)
        return known[part]

    @cached_property
    def all_controlled(self) -> dict[str, tuple[Characteristic, ...]]:
        """What `controlled` has told of parts so far."""
        return {}

    def _controlled(self, part: str) -> tuple[Characteristic, ...]:
        own = self.parts[part]
        declared = own.characteristics
        if declared is None or own.is_bought or not own.placements(self):
            return ()

        def declare() -> tuple[Characteristic, ...]:
            found = tuple(declared(self))
            check_together(found)
            check_general(found, self.general_tolerances)
            return found

        return told(f"{type(self).__name__}.{part}", self.home, declare)

    def followed(self, part: str) -> Followed | None:
        """The limb that a part is meant to follow, and how far outside; None of one that follows nothing, or has no place.

        TemplateError names template and part if what it declares is nothing to follow.
        """
        declared = self.parts[part].followed
        if declared is None or not self.parts[part].placements(self):
            return None
        return told(f"{type(self).__name__}.{part}", self.home, lambda: checked_followed(declared(self)))

    @classmethod
    def characteristic_label(cls, part: str, each: Characteristic, language: str = "en") -> str:
        """What a characteristic is called."""
        return cls.words.word(language, "characteristics", f"{part}.{each.name}",
                              each.label or each.name.replace("_", " ").capitalize())

    def drawn_items(self) -> dict[str, Item]:
        """What is ordered, by the name of the bought part that draws it; of parts that have a place.

        TemplateError if an item has no name, a quantity other than 1, or the name of another part's item.
        """
        return checked_items(self)

    def material_of(self, part: str) -> Option | str:
        """What a part is made of."""
        material: Option | str = self._chosen(self.parts[part].material)
        return material

    def material_name(self, part: str) -> str:
        """What a part is made of, in a word; empty for a bought one of which only the look is known."""
        material = self.material_of(part)
        if self.parts[part].is_bought and getattr(material, "density", None) is None:
            return ""
        made_of = str(getattr(material, "made_of", ""))
        return made_of or (material.name if isinstance(material, Option) else str(material))

    def material_label(self, part: str, language: str = "en") -> str:
        """What a part is made of, in words: as the customer calls it where he chose it.

        An option that is only a look, such as a colour, says in its column `made_of` what is under it.
        """
        name, chosen, material = self.material_name(part), self.parts[part].material, self.material_of(part)
        if not name:
            return ""
        made_of = str(getattr(material, "made_of", ""))
        if not made_of and isinstance(chosen, str) and isinstance(material, Option) and chosen in self.parameters:
            return self.option_label(chosen, material, language)
        english = made_of or (material.label if isinstance(material, Option) else "") or name
        return self.words.word(language, "materials", english, english)

    def condition_of(self, part: str, language: str = "en") -> str:
        """In which condition the material is bought, in words; empty where its table says none."""
        english = str(getattr(self.material_of(part), "condition", ""))
        return self.words.word(language, "materials", english, english)

    def process_of(self, part: str) -> str:
        """How a part is made."""
        return str(self._chosen(self.parts[part].process))

    def finish_of(self, part: str) -> Option | str:
        """Finish or treatment of a part, as the template states or chooses it."""
        finish: Option | str = self._chosen(self.parts[part].treatment)
        return finish

    def treatment_of(self, part: str, language: str = "en") -> str:
        """Finish or treatment of a part, in words."""
        value = self.finish_of(part)
        return self.option_label(self.parts[part].treatment, value, language) if isinstance(value, Option) else str(value)

    def _chosen(self, value: Option | str) -> Any:
        return getattr(self, value) if isinstance(value, str) and value in self.parameters else value

    def bought_items(self) -> Iterator[Item]:
        """Standard components that this configuration needs and that no part draws."""
        for name in members(type(self), bought):
            yield from getattr(self, name)

    def bill_of_materials(self) -> list[Line]:
        """Structure and quantities: the product, its parts, its bought items. Masses come when it is built."""
        from .bill import lines

        return lines(self)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:  # noqa: ARG002
        """A changed configuration, valid as every other one."""
        return type(self)(**{**self.choices, **(update or {})})

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:  # noqa: ARG003
        """Refused: a configuration cannot be made without its rules being checked."""
        raise TypeError(f"{cls.__name__}.model_construct would skip the rules; call {cls.__name__}(...)")

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.choices)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        return self


def _again(template: type[Product], choices: dict[str, Any]) -> Product:
    return template(**choices)


def _origin(template: type[Product]) -> tuple[str, Path | None, str]:
    """Name of the template's folder, the folder, and the hash of its files and of those of its bases."""
    folders = dict.fromkeys(folder for base in template.__mro__ if issubclass(base, BaseModel)
                            if base.__module__ != __name__ and (folder := _folder(base)))
    if not folders:  # typed into an interpreter: no file tells when it changes, so it never shares a memo
        return template.__name__.lower(), None, f"{template.__module__}.{template.__qualname__} {id(template)}"
    home = next(iter(folders))
    name = home.name if Path(sys.modules[template.__module__].__file__ or "").stem == "template" else template.__name__.lower()
    inside = {base.__qualname__ for base in template.__mro__ if "<locals>" in base.__qualname__}
    digest = folder_digest(sorted(folders))
    return name, home, f"{digest} {sorted(inside)} {id(template)}" if inside else digest


def _folder(base: type) -> Path | None:
    if base.__module__.partition(".")[0] in ("pydantic", "configurator"):
        return None
    file = getattr(sys.modules.get(base.__module__), "__file__", None)
    return Path(file).resolve().parent if file else None


def _traced(template: type[Product], each: C) -> C:
    """The condition as it reads on this template, which may derive its values otherwise than its base."""
    own = type(each)(each.function, source=each.source, grade=each.grade)
    own.name = each.name
    own.expression = trace(each.function, Symbols(template), each.kind)
    own.holds, own.margin = compiled(own.expression), margin(own.expression)
    own.scope = frozenset(name.partition(".")[0] for name in reads(own.expression))
    return own


def _unknown(template: type[Product], name: object) -> Problem:
    near = difflib.get_close_matches(str(name)[:40], template.parameters, n=1)
    key, values = ("choice.near", {"near": near[0]}) if near else ("choice.unknown",
                                                                    {"names": ", ".join(template.parameters)})
    sentences = {language: say(key, language, name=shown(name), **values) for language in LANGUAGES}
    return Problem(str(name), key, sentences)


def described(template: type[Product]) -> str:
    """First line of a template's docstring."""
    return inspect.cleandoc(template.__doc__ or "").partition("\n")[0]

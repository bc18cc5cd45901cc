"""README.txt of a package: for a person who opens it first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from configurator.making.bill import Row
from configurator.making.shop import default_shop
from configurator.product.product import Product
from configurator.product.scanned import Scanned
from configurator.product.telling import told
from configurator.texts import say, written

from .inputs import Inputs
from .manifest import Confirm, FindingRecord, NoticeRecord

WIDTH = 96


def readme(product: Product, inputs: Inputs, rows: Sequence[Row], notices: Sequence[NoticeRecord],
           confirm: Sequence[Confirm], findings: Sequence[FindingRecord], files: Mapping[str, str],
           following: Sequence[str] = ()) -> bytes:
    """Plain text in the package's language, UTF-8, lines of at most WIDTH characters where words allow it."""
    language = inputs.language

    def t(key: str, **values: object) -> str:
        return say(f"package.{key}", language, **values)

    status = t("released", by=inputs.release.by) if inputs.release else t("draft")
    head = [(t("number"), product.number), (t("revision"), product.revision), (t("template"), product.template),
            (t("status"), status), (t("date"), inputs.date or t("date_missing"))]
    head += [(t("owner"), inputs.owner)] if inputs.owner else []
    head += [(t("order_quantity"), str(inputs.quantity))] if inputs.quantity > 1 else []
    text = [t("what", title=product.heading(language)), "=" * len(t("what", title=product.heading(language))), ""]
    text += _columns(head) + ["", *_wrapped(t("units")), ""]
    text += _section(t("choices"), _columns([(product.label(name, language), _chosen(product, name, language))
                                             for name in product.telling]))
    if notices:
        text += _section(t("notices"), [line for each in notices for line in _wrapped(
            f"{each.sentence} ({t('grade', grade=each.grade)}{f': {each.source}' if each.source else ''})", "  ")])
    made = [row for row in rows if row["Level"] and row["MakeBuy"] == "make"]
    text += _section(t("parts"), _columns([
        (f"{row['PartNumber']}  {row['Qty']} x", ", ".join(filter(None, (
            row["Description"], row["Material"], row["Treatment"], _grams(row["Mass_g"], language))))) for row in made]))
    bought = [row for row in rows if row["MakeBuy"] == "buy"]
    drawn = ", ".join(item.name for item in product.drawn_items().values())
    if bought:
        text += _section(t("bought"), _columns([(f"{row['Qty']} x  {row['PartNumber']}", ", ".join(filter(None, (
            row["Description"], row["Material"], row["Standard"], row["Supplier"])))) for row in bought])
            + (_wrapped(t("bought_drawn", names=drawn)) if drawn else []))
    met = [each for each in product.interfaces.values() if all(product.parts[name].placements(product) for name in each.parts)]
    if met:
        text += _section(t("interfaces"), [line for each in met for line in _wrapped(t(
            "interface_line", kind=product.words.word(language, "interfaces", each.name, each.kind),
            first=product.part_label(each.parts[0], language), second=product.part_label(each.parts[1], language),
            volume=float(each.function(product))))])
    shop = (inputs.shop or default_shop()).name
    controlled = any(product.controlled(name) for name in product.parts)
    open_first = [t("open_step", file=files["step"]), *([t("open_drawing")] if "drawing" in files else []),
                  *([t("open_pmi"), t("open_inspection")] if controlled else []),
                  t("open_route", file=files["route"], shop=shop),
                  t("open_bom", file=files["bom"]), t("open_glb", file=files["glb"]),
                  t("open_mesh", deflection=inputs.deflection), *([t("open_scan")] if "scan" in files else []),
                  t("open_manifest")]
    text += _section(t("open_first"), [line for each in open_first for line in _wrapped(each, "  ")]
                     + (_wrapped(t("agree")) if controlled else []))
    lines = [t("confirm_line", what=_what(product, each, language), value=each.value,
               unit=f" {each.unit}" if each.unit else "", grade=each.grade, source=each.source) for each in confirm]
    why = _wrapped(t("confirm_why") if lines else t("confirm_none"))
    text += _section(t("confirm"), why + [line for each in lines for line in _wrapped(each, "  ")])
    if following:
        text += _section(t("following"), [line for each in following for line in _wrapped(each, "  ")]
                         + _wrapped(t("following_how")))
    text += _section(t("findings"), [line for each in findings for line in _wrapped(
        f"{each.severity}: {each.place}: {each.sentence}", "  ")] or [t("findings_none")])
    text += _wrapped(t("thanks"))
    return ("\n".join(text) + "\n").encode()


def _what(product: Product, each: Confirm, language: str) -> str:
    first, _, attribute = each.name.partition(".")
    if not each.option:
        return attribute or first
    option = product.option_label(first, getattr(product, first), language)
    return f"{option}, {attribute}"


def _chosen(product: Product, name: str, language: str) -> str:
    value = getattr(product, name)
    parameter = product.parameters[name]
    if isinstance(parameter, Scanned):
        return told(type(product), name, value, language)
    if hasattr(parameter, "options"):
        return product.option_label(name, value, language)
    unit = getattr(parameter, "unit", "")
    return written(value, language) + (f" {unit}" if unit else "") if value != "" else "-"


def _grams(mass: float | None, language: str) -> str:
    return say("bom.mass_unknown", language) if mass is None else f"{written(float(mass), language)} g"


def _columns(pairs: Sequence[tuple[str, str]]) -> list[str]:
    width = max((len(left) for left, _ in pairs), default=0)
    return [f"  {left:<{width}}  {right}" for left, right in pairs]


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [title, "-" * len(title), *lines, ""]


def _wrapped(text: str, indent: str = "") -> list[str]:
    import textwrap

    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  " if indent else "",
                         break_long_words=False, break_on_hyphens=False)



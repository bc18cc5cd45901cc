"""Templates: where they lie, what they take, their rules with file and line, what is proven of them, their certificates."""

from __future__ import annotations

import json
import shlex
from functools import lru_cache
from html import escape
from typing import Any

from configurator.certify.places import of_parameter, of_rule
from configurator.certify.rules import rule_findings
from configurator.errors import LotOneError
from configurator.product.measured import Finding
from configurator.product.parameters import Choice, Flag, Number, Parameter, Words
from configurator.product.product import Product, described
from configurator.product.scanned import Scanned
from configurator.product.schema import json_schema
from configurator.product.telling import told
from configurator.texts import written
from configurator.web import visit
from configurator.web.frame import failed

from . import certificates, choices
from .access import for_designers
from .controlled import controlled
from .folders import Known, NotTrusted, as_typed, known, trusted
from .frame import begin, chosen, figure, mark, met, place, say_here, section, show_fault, table, way_to
from .opened import Opened, opened
from .watching import watch

_SHORT = 12
_ORIGINS = {"setting": "of_setting", "installed": "of_installed", "visit": "of_visit"}
_STATES = {"good": ("certificate_good", "good"), "failed": ("certificate_failed", "bad"),
           "stale": ("certificate_stale", "tight")}
_KINDS = {"default": "kind_default", "pairwise": "kind_pairwise", "extreme": "kind_extreme", "random": "kind_random"}


@for_designers
def page() -> None:
    """All of them, then one in full."""
    import streamlit as st

    beside = begin("templates")
    there = [(each, opened(each.folder)) for each in known(choices.folders())]
    watch([each for _, each in there])
    _list(there)
    _add(st)
    for each, found in there:
        if found.fault is not None:
            show_fault(found.fault, say_here("cannot_load", name=each.name))
    shown = chosen(beside)
    if shown is not None and shown.template is not None:
        _one(st, shown.template, shown)


def _list(there: list[tuple[Known, Opened]]) -> None:
    rows = []
    for each, found in there:
        template = found.template
        states = [mark(say_here("state_broken"), "bad") if found.fault else "",
                  mark(say_here("state_hidden")) if each.hidden else ""]
        rows.append((
            f"<b>{escape(template.heading(visit.language()) if template else each.name)}</b> "
            f"{' '.join(filter(None, states))}<br><code>{escape(str(each.folder))}</code>",
            escape(say_here(_ORIGINS[each.origin])),
            escape(template.revision) if template else "–",
            f"<code>{template.fingerprint[:_SHORT]}</code>" if template else "–",
            *((str(len(template.parameters)), str(len(template.rules)), str(len(template.parts))) if template else ("–",) * 3),
            _certified(template) if template else "–"))
    table(say_here("page_templates"), [say_here(key) for key in (
        "template", "origin", "revision", "fingerprint", "parameters", "rules", "parts", "certificate")], rows, (4, 5, 6))


def _certified(template: type[Product]) -> str:
    found = certificates.of(template)
    if found is None:
        return mark(say_here("certificate_none"))
    key, kind = _STATES[found.state]
    return mark(say_here(key), kind)


def _add(st: Any) -> None:
    with st.expander(say_here("add_folder"), icon=":material/create_new_folder:"):
        st.markdown(say_here("add_told"))
        with st.form("lo-d-add", border=False):
            text = st.text_input(say_here("folder"), placeholder="/home/…/templates", key="lo-d-path")
            sent = st.form_submit_button(say_here("add"))
        if sent:
            try:
                for folder in trusted(text):
                    choices.add(str(folder))
                    choices.look_at(str(folder))
            except NotTrusted as refused:
                failed(say_here(refused.key, file=str(refused.file)))
            except OSError as error:
                failed(say_here("folder_unread", reason=str(error)))
            else:
                st.rerun()
        for added in list(choices.folders()):
            if st.button(say_here("remove_folder", folder=added), key=f"lo-d-remove-{added}"):
                choices.remove(added)
                st.rerun()


def _one(st: Any, template: type[Product], found: Opened) -> None:
    language = visit.language()
    section(template.heading(language))
    st.write(template.words.word(language, "template", "description", described(template)))
    st.html(f'<dl class="lo-d-facts"><dt>{escape(say_here("folder"))}</dt><dd><code>{escape(str(found.folder))}</code></dd>'
            f'<dt>{escape(say_here("revision"))}</dt><dd>{escape(template.revision)}</dd>'
            f'<dt>{escape(say_here("fingerprint"))}</dt><dd><code>{template.fingerprint}</code></dd>'
            f'<dt>{escape(say_here("digest"))}</dt><dd><code>{template.template_digest}</code></dd></dl>')
    with st.container(horizontal=True):
        for name, label in (("sandbox", "to_sandbox"), ("sweep", "to_sweep")):
            way_to(name, say_here(label), name, leading=name == "sandbox")
        schema = json.dumps(json_schema(template, language), ensure_ascii=False, indent=2)
        st.download_button(say_here("schema"), schema, f"{template.template}.schema.json", "application/schema+json",
                           key="lo-d-schema", on_click="ignore")
    _parameters(template, language)
    product, own = _looked_at(template)
    _rules(st, product, language, own=own)
    controlled(product, default=not own)
    _proven(st, template)
    _certificate(st, template)


def _parameters(template: type[Product], language: str) -> None:
    section(say_here("parameters"))
    rows = []
    for name, parameter in template.parameters.items():
        default = told(template, name, template.defaults()[name], language)
        rows.append((f"<code>{name}</code><br>{escape(template.label(name, language))}",
                     _domain(template, name, parameter, language), escape(default),
                     place(of_parameter(template, name))))
    table(say_here("parameters"), [say_here(key) for key in ("parameter", "domain", "default", "place")], rows)


def _domain(template: type[Product], name: str, parameter: Parameter, language: str) -> str:
    if isinstance(parameter, Number):
        return escape(say_here("domain_number", low=written(parameter.low, language), high=written(parameter.high, language),
                               step=written(parameter.step, language), unit=parameter.unit, count=len(parameter.grid)).strip())
    if isinstance(parameter, Choice):
        offered = ", ".join(template.option_label(name, option, language) for option in parameter.options.values())
        withheld = "".join(f"<br>{mark(say_here('withheld'))} {escape(option)}: {escape(reason)}"
                           for option, reason in getattr(parameter.options, "withheld", {}).items())
        return escape(offered) + withheld
    if isinstance(parameter, Flag):
        return escape(f"{written(False, language)}, {written(True, language)}")
    if isinstance(parameter, Scanned):
        return escape(say_here("domain_scan"))
    assert isinstance(parameter, Words)
    return escape(say_here("domain_text", longest=parameter.longest, fonts=", ".join(font.name for font in parameter.fonts)))


def _looked_at(template: type[Product]) -> tuple[Product, bool]:
    """The configuration that is in the sandbox, and True; else the default."""
    try:
        return template(**choices.of(template)), True
    except LotOneError:
        return template.space.complete(), False


def _rules(st: Any, product: Product, language: str, *, own: bool) -> None:
    section(say_here("rules"))
    template = type(product)
    st.caption(say_here("margins_of" if own else "margins_default", number=product.number))
    margins = {each.rule: each for each in template.space.margins(product)}
    rows = []
    for rule in template.rules:
        margin = margins[rule.name]
        binds = mark(say_here("binds", names=", ".join(margin.bound_by)), "tight") if margin.binds else ""
        sentence = product.say(template.words.word(language, "rules", rule.name, rule.sentence), language)
        rows.append((f"<code>{rule.name}</code><br>{escape(sentence)}", f"{figure(margin.margin)} {binds}",
                     escape(rule.grade + (f", {rule.source}" if rule.source else "")),
                     place(of_rule(template, rule))))
    table(say_here("rules"), [say_here(key) for key in ("rule", "margin", "grade", "place")], rows)


def _proven(st: Any, template: type[Product]) -> None:
    section(say_here("proven"))
    found = _findings(template)
    if not found:
        st.write(say_here("proven_nothing"))
        return
    kinds = {"error": "bad", "warning": "tight", "note": ""}
    table(say_here("proven"), [say_here(key) for key in ("finding", "place", "advice")], [
        (f"{mark(each.code, kinds[each.severity])}<br>{escape(each.sentence)}", place(each.place),
         escape(each.suggestion)) for each in found])


@lru_cache(maxsize=32)
def _findings(template: type[Product]) -> list[Finding]:
    return rule_findings(template)


def _certificate(st: Any, template: type[Product]) -> None:
    section(say_here("certificate"))
    found = certificates.of(template)
    command = f"configurator verify {shlex.quote(as_typed(template))} --samples 1000 -o {template.template}.json"
    if found is None:
        st.write(say_here("certificate_told"))
        st.code(command, language=None, wrap_lines=True)
        return
    key, kind = _STATES[found.state]
    st.html(mark(say_here(key), kind))
    if found.state == "stale":
        st.write(say_here("certificate_stale_told", made=found.fingerprint[:_SHORT], now=template.fingerprint[:_SHORT]))
        st.code(command, language=None, wrap_lines=True)
    facts = [(say_here("date"), found.date or "–"), (say_here("configurations"), written(found.configurations, "en")),
             *((say_here(_KINDS[kind]), str(count)) for kind, count in found.counts.items() if kind in _KINDS),
             (say_here("failures"), str(found.failures)), (say_here("file"), str(found.file))]
    st.html('<dl class="lo-d-facts">' + "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>"
                                                for name, value in facts) + "</dl>")
    table(say_here("least_margins"), [say_here(key) for key in ("rule", "least_margin", "met_at")],
          [(f"<code>{escape(rule)}</code>", figure(margin), escape(met(template, at)))
           for rule, margin, at in found.margins], (1,))


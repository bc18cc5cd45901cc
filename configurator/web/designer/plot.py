"""Time of configurations over two parameters, failures marked; a point that is tapped is told by its number."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from configurator.product.parameters import Number, plain
from configurator.product.product import Product
from configurator.web import visit

from .frame import met, say_here
from .sweeps import Point

_PICK = "lo_pick"
_FAILED, _RIM = "#b4500f", "#8a8378"
"""Both can be seen on light and on dark pages."""


def plot(st: Any, template: type[Product], points: Sequence[Point]) -> str:
    """Draw it with its two selectors; the number of the configuration that was tapped, or "". """
    language = visit.language()
    names = [name for name, parameter in template.parameters.items() if not parameter.endless]
    numeric = [name for name in names if isinstance(template.parameters[name], Number)]
    first = [*numeric, *(name for name in names if name not in numeric)]
    if len(first) < 2:
        return ""
    left, right = st.columns(2)
    across = left.selectbox(say_here("across"), first, key=f"lo-d-x-{template.template}",
                            format_func=lambda name: template.label(name, language))
    up = right.selectbox(say_here("up"), first, index=1, key=f"lo-d-y-{template.template}",
                         format_func=lambda name: template.label(name, language))
    st.html(f'<p class="lo-d-key"><span><i class="lo-d-dot"></i>{escape(say_here("plot_sound"))}</span>'
            f'<span><i class="lo-d-cross" aria-hidden="true">✚</i>{escape(say_here("plot_failed"))}</span></p>')
    found = st.altair_chart(_chart(template, points, across, up, language), key=f"lo-d-plot-{template.template}-{across}-{up}",
                            on_select="rerun", selection_mode=_PICK, width="stretch")
    picked = (found or {}).get("selection", {}).get(_PICK) or []
    return str(picked[0].get("number", "")) if picked and isinstance(picked[0], dict) else ""


def _chart(template: type[Product], points: Sequence[Point], across: str, up: str, language: str) -> Any:
    import altair as alt

    failed, good = say_here("failed"), say_here("valid")
    rows = [{"x": _shown(template, across, each, language), "y": _shown(template, up, each, language),
             "seconds": round(each.outcome.seconds, 4), "state": failed if each.outcome.faults else good,
             "number": each.outcome.number, "at": met(template, each.planned.found_at)} for each in points]
    shape = alt.Shape("state:N", title=None, legend=None, scale=alt.Scale(domain=[good, failed], range=["circle", "cross"]))
    times = [row["seconds"] for row in rows if row["state"] == good] or [0.0]
    seconds = alt.Color("seconds:Q", title=say_here("cpu_seconds"), legend=alt.Legend(orient="bottom", gradientLength=240),
                        scale=alt.Scale(scheme="viridis", reverse=True, domain=[min(times), max(*times, min(times) + 0.01)]))
    colour = alt.condition(alt.datum.state == failed, alt.value(_FAILED), seconds)
    drawn = alt.Chart(alt.InlineData(values=rows), height=380).mark_point(
        filled=True, size=110, opacity=0.9, stroke=_RIM, strokeWidth=0.6)
    return drawn.encode(
        x=_axis(alt.X, template, across, "x", language), y=_axis(alt.Y, template, up, "y", language), shape=shape, color=colour,
        tooltip=[alt.Tooltip("number:N", title=say_here("number")), alt.Tooltip("at:N", title=say_here("met_at")),
                 alt.Tooltip("seconds:Q", title=say_here("cpu_seconds"), format=".3f")],
    ).add_params(alt.selection_point(_PICK, fields=["number"]))


def _axis(kind: Any, template: type[Product], name: str, field: str, language: str) -> Any:
    import altair as alt

    parameter = template.parameters[name]
    title = template.label(name, language)
    if isinstance(parameter, Number):
        unit = f" ({parameter.unit})" if parameter.unit else ""
        scale = alt.Scale(zero=False, domain=[parameter.low, parameter.high], nice=True)
        return kind(f"{field}:Q", title=title + unit, scale=scale)
    return kind(f"{field}:N", title=title)


def _shown(template: type[Product], name: str, point: Point, language: str) -> Any:
    value, parameter = point.outcome.choices[name], template.parameters[name]
    if isinstance(parameter, Number):
        return value
    options = getattr(parameter, "options", None)
    return template.option_label(name, options[value], language) if options else str(plain(value))

/** A number: a slider that shows what is possible, steps, and exact entry. */

import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { NumberControl, NumberDomain, Span } from "./data";
import type { Desk } from "./desk";
import { MINUS, PLUS } from "./icons";
import { idOf } from "./ids";
import { figure, parsed, placed, valueAt, within, written } from "./numbers";

/** A key or a step button is followed by others: the wish is sent when they pause for this long, ms. */
const PAUSE = 400;
/** With at most this many values each one has its mark on the rail. */
const MARKED = 12;
const SPANS_TOLD = 3;
/** Digits that every entry has room for, so that they stand under each other. */
const DIGITS = 4;

function indexOf(desk: Desk, name: string, { number }: NumberControl): number {
  const { drag } = desk.local(name);
  if (drag !== null) return drag;
  const value = desk.shown(name, valueAt(number, number.at));
  return Math.min(number.count - 1, Math.max(0, Math.round((value - number.low) / number.step)));
}

/** Steps and exact entry, beside the label. */
export function numberEntry(desk: Desk, name: string, control: NumberControl): TemplateResult {
  const { number, label } = control;
  const { say, data } = desk;
  const local = desk.local(name);
  const index = indexOf(desk, name, control);
  const text = local.draft ?? figure(valueAt(number, index), number.decimals, data.language);
  const step = (by: number): void => {
    const to = Math.min(number.count - 1, Math.max(0, index + by));
    if (to !== index) desk.choose(name, valueAt(number, to), PAUSE);
  };
  const widest = Math.max(...[0, 1, number.count - 2, number.count - 1].map((each) =>
    figure(valueAt(number, each), number.decimals, data.language).length));
  return html`<span class="entry" style="--digits:${Math.max(DIGITS, text.length, widest)}">
    <button type="button" class="step" aria-label=${say("less", { label })} aria-disabled=${index === 0 ? "true" : "false"}
      @click=${() => step(-1)}>${MINUS}</button>
    <label class="figure"><input type="text" inputmode=${number.decimals ? "decimal" : "numeric"} autocomplete="off"
        spellcheck="false" .value=${live(text)}
        aria-label=${number.unit ? say("exact_unit", { label, unit: number.unit }) : say("exact", { label })}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        @input=${(event: Event) => { local.draft = (event.target as HTMLInputElement).value; desk.redraw(); }}
        @keydown=${(event: KeyboardEvent) => typed(desk, name, control, event, step)}
        @blur=${() => { commit(desk, name, control); desk.flush(name); }}>${
      number.unit ? html`<span class="unit" aria-hidden="true">${number.unit}</span>` : nothing}</label>
    <button type="button" class="step" aria-label=${say("more", { label })}
      aria-disabled=${index === number.count - 1 ? "true" : "false"} @click=${() => step(1)}>${PLUS}</button>
  </span>`;
}

function typed(desk: Desk, name: string, control: NumberControl, event: KeyboardEvent, step: (by: number) => void): void {
  const local = desk.local(name);
  if (event.key === "Enter") commit(desk, name, control);
  else if (event.key === "Escape") { local.draft = null; local.note = null; desk.redraw(); }
  else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
    event.preventDefault();
    local.draft = null;
    step(event.key === "ArrowUp" ? 1 : -1);
  }
}

/** Takes what was typed: sends it if it is one of the values, else says what can be had instead. */
function commit(desk: Desk, name: string, control: NumberControl): void {
  const { number, label } = control;
  const { say, data: { language } } = desk;
  const local = desk.local(name);
  const entry = local.draft?.trim();
  if (local.draft === null || entry === undefined) return;
  local.draft = null;
  const pick = (index: number): { label: string; value: number } =>
    ({ label: written(number, valueAt(number, index), language), value: valueAt(number, index) });
  const value = parsed(entry, number.unit);
  const now = indexOf(desk, name, control);
  const place = Number.isNaN(value) ? null : placed(number, value);
  if (entry === "") local.note = null;
  else if (place === null) {
    const example = written(number, valueAt(number, now), language);
    local.note = { sentence: say("not_a_number", { entry, example }), choices: [] };
  } else if ("on" in place) {
    local.note = null;
    if (place.on !== now) desk.choose(name, valueAt(number, place.on));
  } else if ("nearest" in place) {
    const sentence = say("out_of_range", { label, low: pick(0).label, high: pick(number.count - 1).label });
    local.note = { sentence, choices: [pick(place.nearest)] };
  } else {
    const sentence = say("off_step", { entry: figure(value, number.decimals + 3, language) });
    local.note = { sentence, choices: [pick(place.below), pick(place.above)] };
  }
  desk.redraw();
}

/** The slider and what it says of what is possible. */
export function numberBody(desk: Desk, name: string, control: NumberControl): TemplateResult {
  const { number, label, hint } = control;
  const { say, data } = desk;
  const local = desk.local(name);
  const index = indexOf(desk, name, control);
  const open = within(number.open, index);
  const unsure = !open && within(number.unsure, index);
  const now = written(number, valueAt(number, index), data.language);
  const state = open ? "" : unsure ? say("unsure") : say("closed");
  const slide = (event: Event): number => Number((event.target as HTMLInputElement).value);
  const answer = data.answer;
  const wished = answer?.name === name && !answer.possible && typeof local.wished === "number" ? local.wished : null;
  return html`<div class="slider" ?data-closed=${!open}>
      <div class="rail" aria-hidden="true">
        ${number.unsure.map((span) => html`<i class="unsure" style=${stretch(number, span)}></i>`)}
        ${number.open.map((span) => html`<i class="open" style=${stretch(number, span)}></i>`)}
        ${number.count <= MARKED ? Array.from({ length: number.count }, (_, k) =>
          html`<i class="mark" style="left:${share(number, k)}%"></i>`) : nothing}
        ${wished === null ? nothing : html`<i class="wished"
          style="left:${share(number, (wished - number.low) / number.step)}%"></i>`}
      </div>
      <input type="range" min="0" max=${number.count - 1} step="1" .value=${live(String(index))}
        aria-label=${label} aria-valuetext=${state ? `${now}, ${state}` : now}
        aria-describedby="${idOf(name, "open")}${hint ? ` ${idOf(name, "hint")}` : ""}"
        @pointerdown=${() => { local.keyed = false; }}
        @keydown=${() => { local.keyed = true; }}
        @input=${(event: Event) => { local.drag = slide(event); local.draft = null; desk.redraw(); }}
        @change=${(event: Event) => desk.choose(name, valueAt(number, slide(event)), local.keyed ? PAUSE : 0)}
        @blur=${() => desk.flush(name)}>
    </div>
    <div class="ends"><span>${figure(number.low, number.decimals, data.language)}</span>
      <span class="free" id=${idOf(name, "open")} ?data-closed=${!open}>${local.drag !== null && state ? state : free(desk, number)}</span>
      <span>${figure(valueAt(number, number.count - 1), number.decimals, data.language)}</span></div>`;
}

/** What is possible in words; nothing if all is. */
function free(desk: Desk, number: NumberDomain): string {
  const { say, data: { language } } = desk;
  const whole = number.open.length === 1 && number.open[0]?.[0] === 0 && number.open[0][1] === number.count - 1;
  if (whole) return "";
  const others = number.open.filter(([first, last]) => first !== last || first !== number.at);
  if (!others.length) return say("none_open");
  const text = (index: number): string => figure(valueAt(number, index), number.decimals, language);
  const told = number.open.slice(0, SPANS_TOLD).map(([first, last]) =>
    first === last ? text(first) : say("range", { low: text(first), high: text(last) }));
  const spans = told.length < number.open.length ? `${told.join(", ")} …`
    : told.length > 1 ? `${told.slice(0, -1).join(", ")} ${say("or")} ${told[told.length - 1]}` : told.join("");
  return say("open", { spans: number.unit ? `${spans}\u202f${number.unit}` : spans });
}

/** Place on the rail in percent. */
function share(number: NumberDomain, index: number): number {
  return number.count > 1 ? Math.min(100, Math.max(0, (index / (number.count - 1)) * 100)) : 50;
}

/** A span with half a step on either side, so that a single value is seen. */
function stretch(number: NumberDomain, [first, last]: Span): string {
  const left = share(number, first - 0.5);
  return `left:${left.toFixed(3)}%;width:${(share(number, last + 0.5) - left).toFixed(3)}%`;
}

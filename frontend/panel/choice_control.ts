/** A choice: swatches, pictures, pills or cards, whichever its options carry; all of them can be chosen. */

import { html, nothing, type TemplateResult } from "lit-html";
import type { ChoiceControl, Option } from "./data";
import type { Desk } from "./desk";
import { CHECK, EXCHANGE } from "./icons";
import { idOf } from "./ids";
import { swatch } from "./metals";

/** Options of no more letters than this, and few of them, are pills beside each other. */
const PILL = 20;
const PILLS = 5;
/** A longer label is set as a name and what follows its first comma. */
const NAME = 26;

type Shape = "swatches" | "pictures" | "pills" | "cards";

/** The words of an option: its name, and smaller below it the rest. */
function wordsOf({ label, detail }: Option): { name: string; detail: string } {
  const comma = label.indexOf(", ");
  if (detail || comma < 0 || [...label].length <= NAME) return { name: label, detail };
  const rest = label.slice(comma + 2);
  return { name: label.slice(0, comma), detail: rest.charAt(0).toLocaleUpperCase() + rest.slice(1) };
}

function shapeOf(options: readonly Option[]): Shape {
  if (options.some((each) => each.picture)) return "pictures";
  if (options.some((each) => each.colour || each.finish)) return "swatches";
  const short = options.every((each) => [...each.label].length <= PILL && !each.detail);
  return short && options.length <= PILLS ? "pills" : "cards";
}

/** Columns of swatches in which the last row is as full as can be. */
function columnsOf(count: number): number {
  if (count <= 5) return Math.max(4, count);
  return [5, 4, 3].sort((a, b) => (a - (count % a || a)) - (b - (count % b || b)))[0] ?? 4;
}

/** The group of options. Arrows move the focus, space or enter chooses, so that nothing is sent on the way. */
export function choiceBody(desk: Desk, name: string, control: ChoiceControl): TemplateResult {
  const { options } = control.choice;
  const chosen = desk.shown(name, control.choice.at);
  const local = desk.local(name);
  const focus = options.some((each) => each.name === local.focus) ? local.focus
    : options.some((each) => each.name === chosen) ? chosen : options[0]?.name;
  return html`<div class="options ${shapeOf(options)}" style="--columns:${columnsOf(options.length)}" role="radiogroup" aria-labelledby=${idOf(name, "label")}
      aria-describedby=${control.hint ? idOf(name, "hint") : nothing}
      @keydown=${(event: KeyboardEvent) => rove(desk, name, options, event)}>
    ${options.map((option, k) => optionTile(desk, name, option, k, option.name === chosen, option.name === focus,
      control.own))}
  </div>`;
}

function optionTile(desk: Desk, name: string, option: Option, k: number, chosen: boolean, focus: boolean,
  own: boolean): TemplateResult {
  const { say } = desk;
  const { name: words, detail } = wordsOf(option);
  const state = option.open ? "" : option.unsure ? say("unsure") : say("closed");
  const told = [option.label, option.detail, state].filter(Boolean).join(", ");
  const choose = (): void => {
    desk.local(name).focus = option.name;
    // what stands there only because it follows other choices becomes one's own by being pressed
    if (!chosen || !(own || desk.busy(name))) desk.choose(name, option.name);
  };
  return html`<div class="option" role="presentation" ?data-chosen=${chosen} ?data-closed=${!option.open} ?data-unsure=${option.unsure}>
    <button type="button" role="radio" class="tile" id=${idOf(name, `option-${k}`)} data-option=${option.name}
      aria-checked=${chosen ? "true" : "false"} aria-label=${told} tabindex=${focus ? 0 : -1} @click=${choose}>
      ${option.picture ? html`<img class="picture" src=${option.picture} alt="" loading="lazy">`
        : option.colour || option.finish ? html`<span class="swatch" style=${swatch(option)}></span>` : nothing}
      <span class="words"><span class="name">${words}</span>${
        detail ? html`<span class="detail">${detail}</span>` : nothing}</span>
      <span class="check">${CHECK}</span>
      ${option.open ? nothing : html`<span class="mark">${EXCHANGE}</span>`}
    </button>
    ${option.open || chosen ? nothing : html`<button type="button" class="why" tabindex=${focus ? 0 : -1}
      aria-label=${say("why_of", { option: option.label })}
      @click=${() => { desk.local(name).wished = option.name; desk.send("ask", { name, value: option.name }); }}>${say("why")}</button>`}
  </div>`;
}

function rove(desk: Desk, name: string, options: readonly Option[], event: KeyboardEvent): void {
  const tile = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-option]") : null;
  const at = options.findIndex((each) => each.name === tile?.dataset.option);
  if (!tile || at < 0) return;
  const step: Record<string, number> = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1,
    Home: 0, End: options.length - 1 };
  const to = step[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = options[(to + options.length) % options.length];
  if (!next) return;
  desk.local(name).focus = next.name;
  const group = tile.closest("[role=radiogroup]");
  desk.redraw();
  group?.querySelector<HTMLElement>(`[data-option="${CSS.escape(next.name)}"]`)?.focus();
}

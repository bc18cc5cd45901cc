/** Why a wish is not possible, and the ways to get it, right under the control it is about. */

import { html, nothing, type TemplateResult } from "lit-html";
import type { Answer, Way } from "./data";
import type { Desk, Note } from "./desk";
import { CHECK, CLOSE, EXCHANGE } from "./icons";
import type { Panel } from "./panel";
import { plural } from "./texts";

/** Tells one answer from another. */
export function answerKey(answer: Answer | null): string {
  return answer ? JSON.stringify(answer) : "";
}

function verdict(desk: Desk, answer: Answer): string {
  const key = answer.possible ? "possible" : answer.undecided ? "undecided" : "impossible";
  return desk.say(key, { label: answer.label, value: answer.value });
}

/** The answer for a screen reader, which finds the ways below the control. */
export function spoken(desk: Desk, answer: Answer): string {
  const ways = answer.ways.length ? desk.say(plural("ways", answer.ways.length, desk.data.language)) : desk.say("no_ways");
  return [verdict(desk, answer), ...answer.reasons, ways].join(" ");
}

/** The page's answer to a wish. */
export function answerBlock(panel: Panel, answer: Answer): TemplateResult {
  const { say } = panel;
  const ways = answer.ways.length;
  return html`<div class="answer" role="group" aria-label=${verdict(panel, answer)} @keydown=${leaving(panel)}>
    ${head(panel, verdict(panel, answer), () => panel.send("dismiss", {}))}
    ${answer.reasons.map((reason) => html`<p class="reason">${reason}</p>`)}
    ${ways ? html`<p class="ways-head">${say(plural("ways", ways, panel.data.language))}</p>
      <ul class="ways">${answer.ways.map((way) => wayRow(panel, way))}</ul>`
      : answer.possible ? nothing : html`<p class="reason">${say("no_ways")}</p>`}
  </div>`;
}

/** The label of a sentence "label: value" or "label: before → after". */
function labelOf(sentence: string): string {
  return (sentence.split(":")[0] ?? "").trim();
}

/** What is given up, told by how it changes, and what else changes; the wish itself is told by the head already. */
function parts(panel: Panel, way: Way): { given: string[]; also: string[] } {
  const changed = new Map(way.changes.map((each) => [labelOf(each), each]));
  const given = way.given_up.map((each) => changed.get(labelOf(each)) ?? each);
  const told = new Set([...given.map(labelOf), panel.data.answer?.label.trim()]);
  return { given, also: way.changes.filter((each) => !told.has(labelOf(each))) };
}

function wayRow(panel: Panel, way: Way): TemplateResult {
  const { say } = panel;
  const { given, also } = parts(panel, way);
  return html`<li>
    <button type="button" class="way" ?data-busy=${panel.taking === way.id} @click=${() => panel.send("take", { way: way.id })}>
      <span class="way-text">
        ${given.map((each) => html`<span class="given"><span class="tag">${say("gives_up")}</span> ${each}</span>`)}
        ${also.length ? html`<span class="also"><span class="tag">${say("changes")}</span> ${also.map((each, k) =>
          html`${k ? "; " : ""}<span class="change">${each}</span>`)}</span>` : nothing}
        ${given.length + also.length === 0 ? html`<span class="also">${say("only_this")}</span>` : nothing}
      </span>
      <span class="take">${CHECK}<span>${say("take")}</span></span>
    </button>
  </li>`;
}

/** What the panel itself says about an entry, with the values that can be had instead. */
export function noteBlock(desk: Desk, name: string, note: Note): TemplateResult {
  const leave = (): void => { desk.local(name).note = null; desk.redraw(); };
  return html`<div class="answer" role="alert" @keydown=${(event: KeyboardEvent) => { if (event.key === "Escape") leave(); }}>
    ${head(desk, note.sentence, leave)}
    ${note.choices.length ? html`<div class="picks">${note.choices.map((each) => html`<button type="button" class="pick"
      @click=${() => desk.choose(name, each.value)}>${each.label}</button>`)}</div>` : nothing}
  </div>`;
}

function head(desk: Desk, sentence: string, leave: () => void): TemplateResult {
  return html`<div class="answer-head">${EXCHANGE}<p>${sentence}</p>
    <button type="button" class="quiet" aria-label=${desk.say("dismiss")} title=${desk.say("dismiss")} @click=${leave}>${CLOSE}</button>
  </div>`;
}

function leaving(panel: Panel): (event: KeyboardEvent) => void {
  return (event) => { if (event.key === "Escape") panel.send("dismiss", {}); };
}

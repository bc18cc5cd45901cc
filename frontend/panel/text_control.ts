/** A text: what is written is kept while data come and go, with the room that is left and a preview in the real font. */

import { html, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { TextControl } from "./data";
import type { Desk } from "./desk";
import { fontReady } from "./fonts";
import { idOf } from "./ids";
import { plural } from "./texts";

/** A pause in typing of this length, ms, is taken for a wish. */
const PAUSE = 500;
/** The preview's letters, px: as large as fits, within these. */
const LARGEST = 34;
const SMALLEST = 13;

/** Characters as the page counts them: code points of the composed form. */
function lengthOf(text: string): number {
  return [...text.normalize("NFC").trim()].length;
}

/** What stands in the input: while its answer is open, also a text that is not possible, so that it can be mended. */
function textOf(desk: Desk, name: string, control: TextControl): string {
  const { draft, wished } = desk.local(name);
  if (draft !== null) return draft;
  return desk.answers(name) && typeof wished === "string" ? wished : desk.shown(name, control.text.value);
}

/** Characters that there can be beside the other choices. */
function limit({ text }: TextControl): number {
  return Math.min(text.longest, lengthOf(text.value) + text.room);
}

/** How many characters are left, beside the label. */
export function textCount(desk: Desk, name: string, control: TextControl): TemplateResult {
  const left = limit(control) - lengthOf(textOf(desk, name, control));
  const over = left < 0;
  const count = Math.abs(left);
  return html`<span class="count" id=${idOf(name, "count")} ?data-over=${over}>${
    desk.say(plural(over ? "over" : "left", count, desk.data.language), { count })}</span>`;
}

export function textBody(desk: Desk, name: string, control: TextControl): TemplateResult {
  const { text } = control;
  const local = desk.local(name);
  const shown = textOf(desk, name, control);
  const refused = desk.answers(name) ? local.wished : null;
  const wish = (entry: string, delay: number): void => {
    const value = entry.normalize("NFC").trim();
    if (value !== desk.shown(name, text.value) && value !== refused) desk.choose(name, value, delay);
  };
  const over = lengthOf(shown) > limit(control);
  return html`<input type="text" class="text" autocomplete="off" spellcheck="false" .value=${live(shown)}
      aria-label=${control.label} aria-invalid=${over ? "true" : "false"}
      aria-describedby="${idOf(name, "count")}${control.hint ? ` ${idOf(name, "hint")}` : ""}"
      @input=${(event: InputEvent) => {
        local.draft = (event.target as HTMLInputElement).value;
        if (!event.isComposing) wish(local.draft, PAUSE);
        desk.redraw();
      }}
      @compositionend=${(event: Event) => wish((event.target as HTMLInputElement).value, PAUSE)}
      @keydown=${(event: KeyboardEvent) => { if (event.key === "Enter") desk.flush(name); }}
      @blur=${() => {
        if (local.draft !== null) wish(local.draft, 0);
        local.draft = null;
        desk.flush(name);
        desk.redraw();
      }}>
    ${preview(desk, control, shown)}`;
}

function preview(desk: Desk, { text }: TextControl, shown: string): TemplateResult {
  const empty = shown.trim() === "";
  const words = empty ? desk.say("preview_empty") : shown === text.value && text.preview ? text.preview : shown;
  const family = text.font_url ? fontReady(text.font_family, text.font_url, desk.redraw) : null;
  const size = Math.max(SMALLEST, Math.min(LARGEST, Math.floor(560 / Math.max(1, [...words].length))));
  return html`<p class="preview" ?data-empty=${empty}><span class="unseen">${desk.say("preview")}: </span><span class="sample"
    style="font-size:${size}px;${family ? `font-family:'${family}'` : ""}">${words}</span></p>`;
}

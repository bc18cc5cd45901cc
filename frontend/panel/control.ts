/** The frame of every control: label, whose choice it is, the control itself, its hint and the answer to a wish. */

import { html, nothing, type TemplateResult } from "lit-html";
import { answerBlock, noteBlock } from "./answer";
import { choiceBody } from "./choice_control";
import type { Control } from "./data";
import { flagSwitch } from "./flag_control";
import { PIN } from "./icons";
import { idOf } from "./ids";
import { numberBody, numberEntry } from "./number_control";
import type { Panel } from "./panel";
import { textBody, textCount } from "./text_control";
import { told, valueOf } from "./told";

/** `alone`: the heading of its group says the same already. */
export function controlRow(panel: Panel, name: string, control: Control, alone: boolean): TemplateResult {
  const before = panel.before.get(name);
  const { note } = panel.local(name);
  const { answer } = panel.data;
  return html`<div class="control ${control.kind}" data-name=${name} ?data-moved=${before !== undefined}
      aria-busy=${panel.busy(name) ? "true" : "false"}>
    <div class="top">
      <span class="head-text"><span class="label" id=${idOf(name, "label")} ?data-alone=${alone}>${control.label}</span>
        ${pin(panel, name, control)}<span class="working" aria-hidden="true"></span></span>
      ${aside(panel, name, control)}
    </div>
    ${before === undefined ? nothing : html`<p class="was">${panel.say("was", { before })}</p>`}
    ${body(panel, name, control)}
    ${control.hint ? html`<p class="hint" id=${idOf(name, "hint")}>${control.hint}</p>` : nothing}
    ${note ? noteBlock(panel, name, note) : nothing}
    ${answer && panel.answers(name) ? answerBlock(panel, answer) : nothing}
  </div>`;
}

/**
 * Whose choice it is, and the way to change that: one button, so that the focus stays on it. What only follows the customer's
 * choices is kept by it; the option that stands there is kept by pressing that.
 */
function pin(panel: Panel, name: string, control: Control): TemplateResult | typeof nothing {
  const { own, label } = control;
  if (!own && control.kind === "choice") return nothing;
  const value = panel.shown(name, valueOf(control));
  const press = (): void => {
    if (own) panel.send("free", { name });
    else if (!panel.busy(name)) panel.choose(name, value);
  };
  const said = own ? panel.say("free", { label }) : panel.say("keep", { label, value: told(panel.data, control, panel.say, value) });
  return html`<button type="button" class=${own ? "pin own" : "pin"} aria-label=${said} @click=${press}>${PIN}${
    own ? html`<span class="pin-own">${panel.say("own")}</span>` : nothing}
    <span class="pin-word">${panel.say(own ? "free_short" : "keep_short")}</span></button>`;
}

function aside(panel: Panel, name: string, control: Control): TemplateResult | typeof nothing {
  switch (control.kind) {
    case "number": return numberEntry(panel, name, control);
    case "flag": return flagSwitch(panel, name, control);
    case "text": return textCount(panel, name, control);
    case "choice": return nothing;
  }
}

function body(panel: Panel, name: string, control: Control): TemplateResult | typeof nothing {
  switch (control.kind) {
    case "number": return numberBody(panel, name, control);
    case "choice": return choiceBody(panel, name, control);
    case "text": return textBody(panel, name, control);
    case "flag": return nothing;
  }
}

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

/** `alone`: the heading of its group says the same already. */
export function controlRow(panel: Panel, name: string, control: Control, alone: boolean): TemplateResult {
  const before = panel.before.get(name);
  const { note } = panel.local(name);
  const { answer } = panel.data;
  return html`<div class="control ${control.kind}" data-name=${name} ?data-moved=${before !== undefined}
      aria-busy=${panel.busy(name) ? "true" : "false"}>
    <div class="top">
      <span class="head-text"><span class="label" id=${idOf(name, "label")} ?data-alone=${alone}>${control.label}</span>
        ${control.own ? ownMark(panel, name, control) : nothing}<span class="working" aria-hidden="true"></span></span>
      ${aside(panel, name, control)}
    </div>
    ${before === undefined ? nothing : html`<p class="was">${panel.say("was", { before })}</p>`}
    ${body(panel, name, control)}
    ${control.hint ? html`<p class="hint" id=${idOf(name, "hint")}>${control.hint}</p>` : nothing}
    ${note ? noteBlock(panel, name, note) : nothing}
    ${answer && panel.answers(name) ? answerBlock(panel, answer) : nothing}
  </div>`;
}

function ownMark(panel: Panel, name: string, control: Control): TemplateResult {
  return html`<button type="button" class="own" aria-label=${panel.say("free", { label: control.label })}
    @click=${() => panel.send("free", { name })}>${PIN}<span class="own-word">${panel.say("own")}</span>
    <span class="own-free">${panel.say("free_short")}</span></button>`;
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

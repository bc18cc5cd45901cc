/** The foot: mass, makeability, what binds, notices, whether it is saved. */

import { html, nothing, type TemplateResult } from "lit-html";
import { INFO } from "./icons";
import type { Panel } from "./panel";
import { plural } from "./texts";

export function statusFoot(panel: Panel): TemplateResult {
  const { data, say } = panel;
  const { mass, makeability, binding, notices, saved } = data.status;
  return html`<div class="status">
    <div class="line">
      ${mass ? html`<p class="mass"><span class="unseen">${say("mass")}: </span>${mass}</p>` : nothing}
      ${makeability ? html`<button type="button" class="makeability" aria-expanded=${panel.unfolded ? "true" : "false"}
        @click=${() => { panel.unfolded = !panel.unfolded; panel.redraw(); }}>${makeability}</button>` : nothing}
    </div>
    ${binding.length || notices.length || saved ? html`<div class="more">
      ${more(panel, "notices", notices)}${more(panel, "binding", binding)}
      ${saved ? html`<span class="saved">${saved}</span>` : nothing}
    </div>` : nothing}
  </div>`;
}

function more(panel: Panel, kind: "binding" | "notices", sentences: readonly string[]): TemplateResult | typeof nothing {
  if (!sentences.length) return nothing;
  const count = sentences.length;
  return html`<details class=${kind}><summary>${kind === "notices" ? INFO : nothing}${
    panel.say(plural(kind, count, panel.data.language), { count })}</summary>
    <ul>${sentences.map((each) => html`<li>${each}</li>`)}</ul></details>`;
}

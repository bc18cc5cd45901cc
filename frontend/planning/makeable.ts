/** Whether it can be made: what stands against it, and one press for what the design space can tell as a way out. */

import { html, nothing, type TemplateResult } from "lit-html";
import type { Sheet } from "./sheet";
import { type CostAnswer, type Finding, isRefused, type Makeability } from "./types";

export function makeableSection(sheet: Sheet, answer: CostAnswer): TemplateResult {
  const { say, looked } = sheet, found = looked.answer && !looked.waiting ? looked.answer : answer.makeability;
  return html`<section class="block makeable" aria-labelledby="lo-makeable">
    <h2 id="lo-makeable">${say("made_title")}</h2>
    ${isRefused(found) ? html`<p class="failed">${say(`refused_${found.refused}`)}</p>` : judged(sheet, found)}
  </section>`;
}

function judged(sheet: Sheet, found: Makeability): TemplateResult {
  const { say, looked, data: { language } } = sheet;
  const grave = found.findings.filter((each) => each.severity !== "note"), notes = found.findings.filter((each) => each.severity === "note");
  const form = new Intl.PluralRules(language).select(grave.length) === "one" ? "made_bad_one" : "made_bad_other";
  return html`
    <p class=${grave.length ? "told caution" : "told good"}>${grave.length ? say(form, { count: grave.length })
      : say(found.looked ? "made_good_looked" : "made_good", { count: found.checked })}</p>
    ${grave.length ? html`<ul class="findings">${grave.map((each) => finding(sheet, each))}</ul>` : nothing}
    <div class="looking" role="status">${looked.waiting ? html`<p class="wait">${say("made_looking")}</p>`
      : looked.failure ? html`<p class="failed">${looked.failure.sentence ?? say(looked.failure.lost ? "lost" : "failed")}</p>` : nothing}
      ${looked.answer || looked.waiting ? nothing
        : html`<button type="button" class="press" @click=${() => sheet.look()}>${say("made_look")}</button>`}</div>
    <details><summary>${say("made_how")}</summary>
      <ul class="plain">
        <li>${say("made_packs", { names: found.packs.map((each) => `${each.shop || each.process} ${each.digest}`).join(", ") })}</li>
        ${found.looked ? nothing : html`<li>${say("made_declared")}</li>`}
        ${notes.map((each) => html`<li>${each.sentence}</li>`)}
        ${found.not_judged.map((each) => html`<li>${each}</li>`)}
      </ul></details>`;
}

function finding(sheet: Sheet, each: Finding): TemplateResult {
  const { way } = each;
  return html`<li><p>${each.sentence}</p><div class="way"><span>${each.suggestion}</span>${
    way ? html`<button type="button" class="press" @click=${() => sheet.take(way)}>${sheet.say("made_take")}</button>` : nothing}</div></li>`;
}

/** What an order costs about: the sum with its band, what it is made of, where each line comes from, what is left out. */

import { html, nothing, type TemplateResult } from "lit-html";
import { exact, whole } from "./figures";
import type { Sheet } from "./sheet";
import { type CostAnswer, type Estimate, isRefused } from "./types";

export function costSection(sheet: Sheet, answer: CostAnswer): TemplateResult {
  const { say } = sheet, found = answer.estimate;
  return html`<section class="block cost" aria-labelledby="lo-cost">
    <h2 id="lo-cost">${say("cost_title")}</h2>
    ${isRefused(found) ? html`<p class="failed">${say(`refused_${found.refused}`)}</p>` : estimated(sheet, found)}
  </section>`;
}

function estimated(sheet: Sheet, found: Estimate): TemplateResult {
  const { say, data: { language } } = sheet, { currency, vat, total } = found;
  const most = Math.max(1, ...found.sums.map((each) => each.high));
  const at = (amount: number) => `${(100 * amount / most).toFixed(1)}%`;
  return html`
    <div class="head">
      <p class="figure"><span class="sign">≈</span> ${say("cost_about", { currency, likely: whole(total.likely) })}</p>
      <label class="pieces">${say("cost_pieces")}<input type="number" inputmode="numeric" min="1" max="1000000" step="1"
        .value=${String(sheet.quantity)} @change=${(event: Event) => sheet.order((event.target as HTMLInputElement).value)}></label>
    </div>
    <p class="told">${say("cost_band", { low: whole(total.low), high: whole(total.high), vat })}${
      found.quantity > 1 ? html` ${say("cost_each", { currency, each: whole(total.likely / found.quantity) })}` : nothing}</p>
    <p class="hint">${say("cost_lines", { currency })}</p>
    <ul class="sums">${found.sums.map((each) => html`<li><details><summary><span class="name">${each.label}</span>
      <span class="span" aria-hidden="true"><i style="left:${at(each.low)};right:calc(100% - ${at(each.high)})"></i><b
        style="left:${at(each.likely)}"></b></span>
      <span class="sum">${whole(each.likely)} <small>${whole(each.low)}–${whole(each.high)}</small></span></summary>
      <ul class="lines">${found.lines.filter((line) => line.kind === each.kind).map((line) => html`<li><span>${line.what}
        <small>${line.origin}</small></span><span class="sum">${exact(line.likely, language)}
        <small>${exact(line.low, language)}–${exact(line.high, language)}</small></span></li>`)}</ul></details></li>`)}</ul>
    ${found.left_out.length ? html`<div class="left-out"><h3>${say("cost_left_out")}</h3>
      <ul>${found.left_out.map((each) => html`<li>${each}</li>`)}</ul></div>` : nothing}`;
}

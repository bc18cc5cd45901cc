/** The route: blank and operations in order of every made part, then how they are put together. Every time is an estimate. */

import { html, nothing, type TemplateResult } from "lit-html";
import { short } from "./figures";
import type { Sheet } from "./sheet";
import { type Band, isRefused, type Operation, type RefusedAnswer, type RouteAnswer } from "./types";

export function routeSection(sheet: Sheet, answer: RouteAnswer | RefusedAnswer): TemplateResult {
  const { say, data: { language } } = sheet;
  return html`<section class="block route" aria-labelledby="lo-route">
    <h2 id="lo-route">${say("route_title")}</h2>
    ${isRefused(answer) ? html`<p class="failed">${say(`refused_${answer.refused}`)}</p>` : html`
      <p class="told">${say("route_total", spread(answer.estimated_minutes, language, 0))}</p>
      ${answer.parts.map((part) => html`<details open class="part"><summary><b>${part.pieces > 1 ? `${part.pieces} × ` : ""}${part.label}</b>
        <small>${[part.number, part.material, part.blank?.form_label, part.blank?.size].filter(Boolean).join(" · ")}</small></summary>
        ${operations(sheet, part.label, part.operations)}</details>`)}
      ${answer.assembly.length ? html`<details open class="part"><summary><b>${say("route_assembly")}</b></summary>
        ${operations(sheet, say("route_assembly"), answer.assembly)}</details>` : nothing}
      ${answer.remarks.length ? html`<div class="left-out"><h3>${say("route_remarks")}</h3>
        <ul>${answer.remarks.map((each) => html`<li>${each}</li>`)}</ul></div>` : nothing}`}
  </section>`;
}

function operations(sheet: Sheet, label: string, rows: readonly Operation[]): TemplateResult {
  const { say, data: { language } } = sheet;
  const time = (band: Band) => html`${short(band.likely, language)} <small>${short(band.low, language)}–${short(band.high, language)}</small>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say("route_title")}, ${label}"><table>
    <thead><tr>${(["col_balloon", "col_operation", "col_centre", "col_clamped"] as const).map((key) => html`<th scope="col">${say(key)}</th>`)}
      <th scope="col" class="number">${say("col_minutes")}</th></tr></thead>
    <tbody>${rows.map((each) => html`<tr><td>${each.number}</td><th scope="row">${each.label}</th><td>${each.work_centre}</td>
      <td>${[each.setups.map((way) => way.replace("-", "−")).join(" "),
        each.tool?.diameter_mm ? `⌀ ${short(each.tool.diameter_mm, language, 2)}` : "", each.joins.join(" + ")].filter(Boolean).join(", ")}</td>
      <td class="number">${each.estimated_setup_minutes && each.estimated_piece_minutes
        ? html`${time(each.estimated_setup_minutes)} + ${time(each.estimated_piece_minutes)}` : "–"}</td></tr>`)}</tbody></table></div>`;
}

function spread(band: Band, language: string, digits: number): Record<keyof Band, string> {
  return { low: short(band.low, language, digits), likely: short(band.likely, language, digits), high: short(band.high, language, digits) };
}

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
      ${answer.parts.map((part, place) => html`<details class="part" ?open=${place === 0}><summary><b>${part.pieces > 1 ? `${part.pieces} × ` : ""}${part.label}</b>
        <small>${[part.number, part.material, part.blank?.form_label, part.blank?.size, minutes(sheet, part.operations, part.pieces * answer.quantity)].filter(Boolean).join(" · ")}</small></summary>
        ${operations(sheet, part.label, part.operations)}</details>`)}
      ${answer.assembly.length ? html`<details class="part"><summary><b>${say("route_assembly")}</b>
        <small>${minutes(sheet, answer.assembly, answer.quantity)}</small></summary>
        ${operations(sheet, say("route_assembly"), answer.assembly)}</details>` : nothing}
      ${answer.remarks.length ? html`<div class="left-out"><h3>${say("route_remarks")}</h3>
        <ul>${answer.remarks.map((each) => html`<li>${each}</li>`)}</ul></div>` : nothing}`}
  </section>`;
}

/** About how long so many pieces take. */
function minutes(sheet: Sheet, rows: readonly Operation[], pieces: number): string {
  const all = rows.reduce((sum, each) => sum + (each.estimated_setup_minutes?.likely ?? 0) + pieces * (each.estimated_piece_minutes?.likely ?? 0), 0);
  return `≈ ${short(all, sheet.data.language, 0)} min`;
}

function operations(sheet: Sheet, label: string, rows: readonly Operation[]): TemplateResult {
  const { say, data: { language } } = sheet;
  const time = (band: Band) => html`${short(band.likely, language)} <small>${short(band.low, language)}–${short(band.high, language)}</small>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say("route_title")}, ${label}"><table role="table">
    <thead role="rowgroup"><tr role="row">${(["col_balloon", "col_operation", "col_centre", "col_clamped"] as const).map((key) => html`<th scope="col" role="columnheader">${say(key)}</th>`)}
      <th scope="col" role="columnheader" class="number">${say("col_minutes")}</th></tr></thead>
    <tbody role="rowgroup">${rows.map((each) => html`<tr role="row"><td role="cell">${each.number}</td><th scope="row" role="rowheader">${each.label}</th><td class="centre" role="cell">${each.work_centre}</td>
      <td class="clamped" role="cell">${[each.setups.map((way) => way.replace("-", "−")).join(" "),
        each.tool?.diameter_mm ? `⌀ ${short(each.tool.diameter_mm, language, 2)}` : "", each.joins.join(" + ")].filter(Boolean).join(", ")}</td>
      <td class="number" role="cell">${each.estimated_setup_minutes && each.estimated_piece_minutes
        ? html`${each.estimated_setup_minutes.high ? html`${time(each.estimated_setup_minutes)} + ` : nothing}${time(each.estimated_piece_minutes)}` : "–"}</td></tr>`)}</tbody></table></div>`;
}

function spread(band: Band, language: string, digits: number): Record<keyof Band, string> {
  return { low: short(band.low, language, digits), likely: short(band.likely, language, digits), high: short(band.high, language, digits) };
}

/** The characteristics part by part. A line that is tapped lights its faces up on the viewer of the same page, and the other way round. */

import { html, nothing, type TemplateResult } from "lit-html";
import type { Sheet } from "./sheet";
import type { CharacteristicsAnswer, ControlledPart, ControlRow } from "./types";

export function characteristicsSection(sheet: Sheet, answer: CharacteristicsAnswer): TemplateResult {
  const { say } = sheet;
  return html`<section class="block characteristics" aria-labelledby="lo-characteristics">
    <h2 id="lo-characteristics">${say("char_title")}</h2>
    <p class="told">${say(answer.parts.length ? "char_told" : "char_none")}</p>
    ${answer.parts.map((part) => html`<details open class="part"><summary><b>${part.label}</b> <small>${part.number}</small></summary>
      <div class="scroll" tabindex="0" role="region" aria-label="${say("char_title")}, ${part.label}"><table>
        <thead><tr>${(["col_balloon", "col_what", "col_nominal", "col_limits", "col_by", "col_with"] as const).map(
          (key) => html`<th scope="col">${say(key)}</th>`)}</tr></thead>
        <tbody>${part.rows.map((row) => line(sheet, part, row))}</tbody></table></div></details>`)}
  </section>`;
}

function line(sheet: Sheet, part: ControlledPart, row: ControlRow): TemplateResult {
  const { say } = sheet, chosen = sheet.chosen?.part === part.part && sheet.chosen.balloon === row.balloon;
  const carries = sheet.face?.part === part.part && row.faces.includes(sheet.face.face);
  return html`<tr data-part=${part.part} data-balloon=${row.balloon} ?data-chosen=${chosen} ?data-carries=${carries}
      @click=${() => sheet.choose(part, row)}>
    <td><button type="button" class="balloon" aria-pressed=${chosen ? "true" : "false"}
      aria-label=${say("char_show", { balloon: row.balloon, label: row.label })}>${row.balloon}</button></td>
    <th scope="row">${row.label}${row.critical ? html`<small>${say("char_every")}</small>` : nothing}</th>
    <td class="value">${row.nominal}${row.datum ? html` <span class="datum">${row.datum}</span>` : nothing}</td><td class="value">${row.limits}</td>
    <td>${row.by}</td><td>${row.instrument}</td></tr>`;
}

/** The characteristics part by part. A line that is tapped lights its faces up on the viewer of the same page, and the other way round. */

import { html, nothing, type TemplateResult } from "lit-html";
import type { Sheet } from "./sheet";
import { symbol } from "./symbols";
import type { CharacteristicsAnswer, ControlledPart, ControlRow } from "./types";

export function characteristicsSection(sheet: Sheet, answer: CharacteristicsAnswer): TemplateResult {
  const { say } = sheet;
  return html`<section class="block characteristics" aria-labelledby="lo-characteristics">
    <h2 id="lo-characteristics">${say("char_title")}</h2>
    <p class="told">${say(answer.parts.length ? "char_told" : "char_none")}</p>
    ${answer.parts.map((part, place) => html`<details class="part" ?open=${place === 0 || sheet.face?.part === part.part}>
      <summary><b>${part.label}</b> <small>${part.number} · ${part.rows.length}</small></summary>
      <div class="scroll" tabindex="0" role="region" aria-label="${say("char_title")}, ${part.label}"><table role="table">
        <thead role="rowgroup"><tr role="row">${(["col_balloon", "col_what", "col_nominal", "col_limits", "col_by"] as const).map(
          (key) => html`<th scope="col" role="columnheader">${say(key)}</th>`)}</tr></thead>
        <tbody role="rowgroup">${part.rows.map((row) => line(sheet, part, row))}</tbody></table></div></details>`)}
  </section>`;
}

function line(sheet: Sheet, part: ControlledPart, row: ControlRow): TemplateResult {
  const { say } = sheet, chosen = sheet.chosen?.part === part.part && sheet.chosen.balloon === row.balloon;
  const carries = sheet.face?.part === part.part && row.faces.includes(sheet.face.face);
  return html`<tr role="row" data-part=${part.part} data-balloon=${row.balloon} ?data-chosen=${chosen} ?data-carries=${carries}
      @click=${() => sheet.choose(part, row)}>
    <td role="cell"><button type="button" class="balloon" aria-pressed=${chosen ? "true" : "false"}
      aria-label=${say("char_show", { balloon: row.balloon, label: row.label })}>${row.balloon}</button></td>
    <th scope="row" role="rowheader">${row.label}<small>${row.instrument}${row.critical ? ` · ${say("char_every")}` : ""}</small></th>
    <td class="value nominal" role="cell">${symbol(row.kind)}${row.nominal}${row.datum ? html` <span class="datum">${row.datum}</span>` : nothing}</td><td class="value limits" role="cell">${row.limits}</td>
    <td class="value by" role="cell">${row.by}</td></tr>`;
}

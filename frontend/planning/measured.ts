/** Filled inspection sheets: given here, read by the server, answered for every characteristic. */

import { html, nothing, type TemplateResult } from "lit-html";
import type { Sheet } from "./sheet";
import type { MeasuredAnswer } from "./types";

/** A sheet that was given. */
export interface Given { readonly name: string; answer: MeasuredAnswer | null; problems: readonly string[] }

/** Sends `file` to the job of `token`; what it says, or why it cannot be read. */
export async function send(file: File, token: string, language: string, lost: string): Promise<Pick<Given, "answer" | "problems">> {
  const address = new URL(`/api/jobs/${token}/measured?language=${language}&name=${encodeURIComponent(file.name)}`, document.baseURI);
  try {
    const response = await fetch(address, { method: "POST", body: file, credentials: "same-origin" });
    const told = await response.json() as MeasuredAnswer & { problems?: string[]; error?: { sentences?: Record<string, string> } };
    if (response.ok) return { answer: told, problems: [] };
    return { answer: null, problems: told.problems ?? [told.error?.sentences?.[language] ?? lost] };
  } catch {
    return { answer: null, problems: [lost] };
  }
}

export function measuredSection(sheet: Sheet): TemplateResult {
  const { say } = sheet;
  return html`<section class="block measured" aria-labelledby="lo-measured">
    <h2 id="lo-measured">${say("meas_title")}</h2>
    <p class="told">${say("meas_told")}</p>
    <label class="press give" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${(event: DragEvent) => {
      event.preventDefault();
      sheet.give(event.dataTransfer?.files ?? null);
    }}>${say("meas_choose")}<input type="file" accept=".csv,.xlsx" multiple class="unseen" @change=${(event: Event) => {
      const input = event.target as HTMLInputElement;
      sheet.give(input.files);
      input.value = "";
    }}></label>
    <div aria-live="polite">${sheet.given.map((each) => one(sheet, each))}</div>
  </section>`;
}

function one(sheet: Sheet, given: Given): TemplateResult {
  const { say } = sheet, { answer } = given;
  return html`<div class="given"><div class="way"><h3>${given.name}</h3>
      <button type="button" class="quiet" @click=${() => sheet.drop(given)}>${say("meas_remove")}</button></div>
    ${given.problems.map((each) => html`<p class="failed">${each}</p>`)}
    ${answer ? read(sheet, answer, given.name) : given.problems.length ? nothing : html`<p class="wait">${say("meas_reading")}</p>`}</div>`;
}

function read(sheet: Sheet, answer: MeasuredAnswer, name: string): TemplateResult {
  const { say } = sheet, { rows } = answer, several = rows.some((each) => each.piece > 1);
  const count = (verdict: string) => rows.filter((each) => each.verdict === verdict).length, bad = count("not_conforming"), open = count("undecided");
  return html`
    ${!rows.length ? html`<p class="failed">${say("meas_none")}</p>`
      : bad ? html`<p class="verdict failed">${say("meas_bad", { count: bad, all: rows.length })}</p>`
        : open ? nothing : html`<p class="verdict good">${say("meas_good", { count: rows.length })}</p>`}
    ${open ? html`<p class="failed">${say("meas_open", { count: open })}</p>` : nothing}
    ${rows.length ? html`<div class="scroll" tabindex="0" role="region" aria-label="${say("meas_title")}, ${name}"><table role="table">
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${say("col_balloon")}</th><th scope="col" role="columnheader">${say("col_what")}</th>
        ${several ? html`<th scope="col" role="columnheader">${say("col_piece")}</th>` : nothing}
        ${(["col_limits", "col_measured", "col_result"] as const).map((key) => html`<th scope="col" role="columnheader">${say(key)}</th>`)}</tr></thead>
      <tbody role="rowgroup">${rows.map((each, place) => html`${each.part === rows[place - 1]?.part ? nothing
        : html`<tr role="row" class="of"><th scope="rowgroup" role="rowheader" colspan=${several ? 6 : 5}><b>${each.part}</b></th></tr>`}<tr role="row" data-verdict=${each.verdict}>
        <td role="cell">${each.balloon}</td><th scope="row" role="rowheader">${each.label}</th>${several ? html`<td role="cell" class="piece">${each.piece}</td>` : nothing}
        <td class="value limits" role="cell">${each.limits}</td><td class="value number" role="cell">${each.measured}</td><td class="result" role="cell">${each.result}</td></tr>`)}</tbody>
      </table></div>` : nothing}`;
}

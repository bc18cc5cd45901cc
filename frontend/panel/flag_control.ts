/** Yes or no: a switch, which says if the other position needs something given up. */

import { html, nothing, type TemplateResult } from "lit-html";
import type { FlagControl } from "./data";
import type { Desk } from "./desk";
import { EXCHANGE } from "./icons";
import { idOf } from "./ids";

export function flagSwitch(desk: Desk, name: string, control: FlagControl): TemplateResult {
  const { say } = desk;
  const on = desk.shown(name, control.flag.at);
  const closed = !control.flag.open.includes(!on);
  const described = [closed ? idOf(name, "closed") : "", control.hint ? idOf(name, "hint") : ""].filter(Boolean).join(" ");
  return html`${closed ? html`<button type="button" class="why"
      aria-label=${say("why_of", { option: `${control.label}: ${say(on ? "no" : "yes")}` })}
      @click=${() => desk.send("ask", { name, value: !on })}>${say("why")}</button>
      <span class="unseen" id=${idOf(name, "closed")}>${say(on ? "no" : "yes")}: ${say("closed")}</span>` : nothing}
    <button type="button" role="switch" class="switch" aria-checked=${on ? "true" : "false"} ?data-closed=${closed}
      aria-labelledby=${idOf(name, "label")} aria-describedby=${described || nothing}
      @click=${() => desk.choose(name, !on)}>
      <span class="word">${say(on ? "yes" : "no")}</span><span class="knob">${closed ? EXCHANGE : nothing}</span></button>`;
}

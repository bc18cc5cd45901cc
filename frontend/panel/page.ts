/** Head, navigation, groups and foot of the panel. */

import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { controlRow } from "./control";
import type { Group } from "./data";
import { REDO, RESET, UNDO } from "./icons";
import type { Panel } from "./panel";
import { statusFoot } from "./status";

export function page(panel: Panel): TemplateResult {
  const { data, say } = panel;
  const tabs = panel.narrow.matches;
  const groups = tabs ? data.groups.filter((each) => each.id === panel.group) : data.groups;
  return html`<div class="sheet" lang=${data.language} data-theme=${data.theme ?? "auto"} ?data-tabs=${tabs} role="region"
      aria-label=${data.title || say("panel")}>
    <div class="head">
      <div class="titles"><h1>${data.title}</h1>${data.subtitle ? html`<p class="subtitle">${data.subtitle}</p>` : nothing}</div>
      <div class="tools">
        ${tool(panel, "undo", UNDO, data.history.undo)}${tool(panel, "redo", REDO, data.history.redo)}
        ${tool(panel, "reset", RESET, true)}
      </div>
    </div>
    ${data.groups.length > 1 ? (tabs ? tabList(panel) : navigation(panel)) : nothing}
    ${panel.late ? html`<p class="late">${say("late")}</p>` : nothing}
    <div class="groups">${repeat(groups, (group) => group.id, (group) => section(panel, group, tabs))}</div>
    ${statusFoot(panel)}
  </div>`;
}

function tool(panel: Panel, kind: "undo" | "redo" | "reset", icon: unknown, possible: boolean): TemplateResult {
  return html`<button type="button" class="quiet" aria-label=${panel.say(kind)} title=${panel.say(kind)}
    aria-disabled=${possible ? "false" : "true"} @click=${() => { if (possible) panel.send(kind, {}); }}>${icon}</button>`;
}

function navigation(panel: Panel): TemplateResult {
  return html`<nav class="nav" aria-label=${panel.say("groups")}>${panel.data.groups.map((group) => html`
    <button type="button" aria-current=${group.id === panel.group ? "true" : "false"}
      @click=${() => panel.go(group.id)}>${group.label}</button>`)}</nav>`;
}

function tabList(panel: Panel): TemplateResult {
  const { groups } = panel.data;
  const move = (event: KeyboardEvent): void => {
    const at = groups.findIndex((each) => each.id === panel.group);
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: groups.length - 1 };
    const to = steps[event.key];
    const next = to === undefined ? undefined : groups[(to + groups.length) % groups.length];
    if (!next) return;
    event.preventDefault();
    panel.go(next.id);
    panel.root.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
  };
  return html`<div class="nav" role="tablist" aria-label=${panel.say("groups")} @keydown=${move}>${groups.map((group) => html`
    <button type="button" role="tab" id="lo-tab-${group.id}" aria-controls=${group.id === panel.group ? `lo-group-${group.id}` : nothing}
      aria-selected=${group.id === panel.group ? "true" : "false"} tabindex=${group.id === panel.group ? 0 : -1}
      @click=${(event: Event) => { panel.go(group.id); (event.currentTarget as Element).scrollIntoView({ inline: "center", block: "nearest" }); }}
      >${group.label}${flagged(panel, group) ? html`<span class="dot"></span>` : nothing}</button>`)}</div>`;
}

/** Whether the last completion has moved something in a group that is not on screen. */
function flagged(panel: Panel, group: Group): boolean {
  return group.id !== panel.group && group.parameters.some((name) => panel.before.has(name));
}

function section(panel: Panel, group: Group, tab: boolean): TemplateResult {
  return html`<section class="group" data-group=${group.id} id="lo-group-${group.id}" role=${tab ? "tabpanel" : nothing}
      aria-labelledby="lo-${tab ? "tab" : "heading"}-${group.id}">
    ${tab ? nothing : html`<h2 id="lo-heading-${group.id}">${group.label}</h2>`}
    ${repeat(group.parameters, (name) => name, (name) => {
      const control = panel.data.parameters[name];
      const alone = group.parameters.length === 1 && control?.label === group.label;
      return control ? controlRow(panel, name, control, alone) : nothing;
    })}
  </section>`;
}

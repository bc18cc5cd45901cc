/** One block on a page: asks for what it shows, waits, fails and shows. */

import { html, nothing, render, type TemplateResult } from "lit-html";
import { Asked } from "./asked";
import { characteristicsSection } from "./characteristics";
import { costSection } from "./cost";
import { makeableSection } from "./makeable";
import { type Given, measuredSection, send } from "./measured";
import { routeSection } from "./route";
import style from "./style.css";
import { type Key, type Say, sayer } from "./texts";
import {
  type CharacteristicsAnswer, type Component, type ControlledPart, type ControlRow, type CostAnswer, type Data, isRefused, type Makeability,
  type RefusedAnswer, type RouteAnswer,
} from "./types";

/** Page-wide events: a characteristic to be shown on the product (or null), a face that was tapped on it, a configuration that is drawn. */
const SHOW = "lo-characteristic", TAPPED = "lo-face", DRAWN = "lo-drawn";
const WAITING: Record<Data["view"], Key> = { cost: "cost_waiting", characteristics: "char_waiting", route: "route_waiting", measured: "meas_reading" };

export class Sheet {
  data: Data;
  say: Say;
  quantity: number;
  /** The line that is shown on the product. */
  chosen: { part: string; balloon: number } | null = null;
  /** The face that was tapped on the product. */
  face: { part: string; face: number } | null = null;
  /** Sheets that were given, the last one first. */
  given: Given[] = [];
  readonly looked: Asked<Makeability | RefusedAnswer>;
  /** Whether the visitor wanted every part to be looked at: then he wants it after his next change, too. */
  private keen = false;
  private readonly asked: Asked<unknown>;
  private readonly root = document.createElement("div");
  private readonly drawn = document.createElement("div");
  private readonly gone = new AbortController();

  constructor(private component: Component) {
    this.data = component.data;
    this.say = sayer(this.data.texts);
    this.quantity = this.data.quantity ?? 1;
    this.asked = new Asked(() => this.data.language, () => {
      this.doubt();
      this.redraw();
    });
    this.looked = new Asked(() => this.data.language, () => this.redraw());
    this.root.className = "lo-planning";
    const sheet = document.createElement("style");
    sheet.textContent = style;
    this.root.append(sheet, this.drawn);
    component.parentElement.append(this.root);
    window.addEventListener(TAPPED, (event) => this.tapped((event as CustomEvent<typeof this.face>).detail), { signal: this.gone.signal });
    window.addEventListener(DRAWN, (event) => {
      if ((event as CustomEvent<string>).detail === this.data.configuration) this.wake();
    }, { signal: this.gone.signal });
    this.ask();
    this.redraw();
  }

  private wake(): void {
    this.asked.wake();
    this.looked.wake();
  }

  /** The page's new data. */
  update(component: Component): void {
    const before = this.data;
    this.component = component;
    this.data = component.data;
    this.say = sayer(this.data.texts);
    if (before.configuration !== this.data.configuration || before.language !== this.data.language) {
      this.looked.forget();
      this.chosen = this.face = null;
    }
    this.ask();
    this.redraw();
  }

  dispose(): void {
    this.gone.abort();
    this.asked.forget();
    this.looked.forget();
    this.root.remove();
  }

  /** Another number of pieces; what is no such number changes nothing. */
  order(text: string): void {
    const wanted = Number(text);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= 1_000_000) this.quantity = wanted;
    this.ask();
    this.redraw();
  }

  /** Where what is declared is beyond a limit, or leaves a doubt, every part is looked at unasked; the way out comes with it. */
  private doubt(): void {
    const { asked, looked, data } = this, found = (asked.answer as CostAnswer | null)?.makeability;
    if (data.view !== "cost" || asked.waiting || !found || isRefused(found) || looked.answer || looked.waiting) return;
    if (this.keen || found.findings.length) this.looked.want(this.address("makeability"), 0);
  }

  /** Has every part looked at. */
  look(): void {
    this.keen = true;
    this.looked.forget();
    this.looked.want(this.address("makeability"), 0);
  }

  /** A change that ends a finding becomes the customer's choice. */
  take(way: { name: string; value: number }): void {
    this.component.setTriggerValue("make", way);
  }

  /** Shows a line on the product, or no longer. */
  choose(part: ControlledPart, row: ControlRow): void {
    const same = this.chosen?.part === part.part && this.chosen.balloon === row.balloon;
    this.chosen = same ? null : { part: part.part, balloon: row.balloon };
    this.face = null;
    const lines = [[row.nominal, row.limits], [row.by, row.instrument]];
    window.dispatchEvent(new CustomEvent(SHOW, {
      detail: same ? null : { part: part.part, faces: row.faces, title: `${row.balloon} · ${row.label}`, lines } }));
    this.redraw();
  }

  /** Takes filled sheets. */
  give(files: FileList | null): void {
    for (const file of files ?? []) {
      const given: Given = { name: file.name, answer: null, problems: [] };
      this.given = [given, ...this.given.filter((each) => each.name !== file.name)];
      void send(file, this.data.job ?? "", this.data.language, this.say("failed")).then((told) => {
        Object.assign(given, told);
        this.redraw();
      });
    }
    this.redraw();
  }

  /** Takes a sheet away again. */
  drop(given: Given): void {
    this.given = this.given.filter((each) => each !== given);
    this.redraw();
  }

  private tapped(face: { part: string; face: number } | null): void {
    this.face = face;
    this.chosen = null;
    this.redraw();
    this.root.querySelector("[data-carries]")?.scrollIntoView({ block: "nearest" });
  }

  private address(what: string): string {
    const { configuration, language } = this.data;
    return `/api/${what}/${configuration}/${language}.json`;
  }

  private ask(): void {
    const { view } = this.data;
    if (view === "characteristics") this.asked.want(this.address("characteristics"));
    else if (view === "cost") this.asked.want(`${this.address("cost")}?quantity=${this.quantity}`);
    else if (view === "route" && !this.data.route) this.asked.want(`${this.address("route")}?quantity=${this.quantity}`);
    if (window.__lotOneDrawn?.at(-1)?.scene === this.data.configuration) this.wake();
  }

  private redraw(): void {
    const { asked, data, say } = this, answer = data.route ?? asked.answer;
    const late = asked.waiting && answer !== null;
    render(html`<div class="sheet" lang=${data.language} data-view=${data.view} aria-busy=${asked.waiting ? "true" : "false"} ?data-late=${late}>
      <p class="state" role="status">${asked.failure ? nothing : late ? say("cost_again") : asked.waiting ? say(WAITING[data.view]) : nothing}</p>
      ${asked.failure ? html`<div class="failure" role="alert"><p class="failed">${
        asked.failure.sentence ?? say(asked.failure.lost ? "lost" : "failed")}</p>
        <button type="button" class="press" @click=${() => asked.again()}>${say("again")}</button></div>` : nothing}
      ${data.view === "measured" ? measuredSection(this) : answer ? this.sections(answer) : nothing}</div>`, this.drawn);
  }

  private sections(answer: unknown): TemplateResult | typeof nothing {
    switch (this.data.view) {
      case "cost": return html`${costSection(this, answer as CostAnswer)}${makeableSection(this, answer as CostAnswer)}`;
      case "characteristics": return characteristicsSection(this, answer as CharacteristicsAnswer);
      case "route": return routeSection(this, answer as RouteAnswer | RefusedAnswer);
      case "measured": return nothing;
    }
  }
}

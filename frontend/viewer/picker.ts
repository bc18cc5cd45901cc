/** The tools that pick faces and edges: what is tapped is lit up, told on a card, and measured. */

import { Vector2, Vector3 } from "three";
import type { Bench } from "./bench";
import { about, Card, measured } from "./card";
import { Controls, type Shown, TAPPED } from "./controls";
import type { Mark } from "./overlay";
import { Highlights, picksAt, type Pick } from "./picking";

/** How far from an edge a tap still means it, px. */
const REACH = { fine: 7, coarse: 14 };
/** A tap this near the last one, px, goes one deeper. */
const SAME = 6;

export type PickMode = "none" | "faces" | "measure";

export class Picker {
  mode: PickMode = "none";
  readonly card: Card;
  readonly controls = new Controls();
  private readonly lit: Highlights;
  private picks: readonly Pick[] = [];
  /** What another block of the page wants to be lit up. */
  private shown: Shown | null = null;
  private last: { x: number; y: number; depth: number } | null = null;

  constructor(private readonly bench: Bench, private readonly picked: (value: object) => void) {
    this.card = new Card(bench.texts, () => {
      this.pick([]);
      this.tapped(null);
    });
    this.lit = new Highlights(bench.stage.root);
  }

  choose(mode: PickMode): void {
    const { bar, element } = this.bench;
    this.mode = mode;
    bar.press("faces", mode === "faces");
    bar.press("measure", mode === "measure");
    element.classList.toggle("picking", mode !== "none");
    this.pick([]);
  }

  tap(x: number, y: number, coarse: boolean): void {
    const { stage, model, section, size } = this.bench;
    if (this.mode === "none" && !this.controls.any) return;
    const all = picksAt(model, stage.camera.lens, new Vector2(x, y), new Vector2(size.width, size.height), section.planes,
                        coarse ? REACH.coarse : REACH.fine);
    // without a tool only what is controlled answers: the nearest face, whatever edge is beside it
    const found = this.mode === "none" ? all.filter((each) => each.kind === "face").slice(0, 1).filter(
      (each) => this.controls.on(each.shown.part.name, each.index).length) : all;
    // tapping the same spot again goes one deeper: through the glass, to the other side of an edge
    const again = this.mode === "faces" && this.last !== null && Math.hypot(x - this.last.x, y - this.last.y) < SAME;
    const depth = again && this.last && found.length ? (this.last.depth + 1) % found.length : 0;
    this.last = { x, y, depth };
    const chosen = found[depth];
    if (!chosen) {
      this.pick([]);
      this.tapped(null);
      return;
    }
    const { kind, index, row } = chosen, part = chosen.shown.part.name;
    this.picked({ part, kind, index, ...row });
    this.tapped(kind === "face" ? { part, face: index } : null);
    this.pick(this.mode === "measure" && this.picks.length === 1 ? [...this.picks, chosen] : [chosen]);
  }

  /** Lights the picks up and tells about them. */
  pick(picks: readonly Pick[]): void {
    this.picks = picks;
    this.shown = null;
    const { stage, texts, data } = this.bench;
    this.light();
    const [first, second] = picks;
    if (!first) {
      this.last = null;
      if (this.mode === "none") this.card.hide();
      else this.card.hint(texts.say(this.mode === "measure" ? "measure_hint" : "pick_hint"));
    } else if (second) {
      const { title, lines } = measured([first, second], texts, data.language);
      this.card.show(title, lines);
    } else {
      const { title, lines } = about(first, texts, data.language);
      const told = first.kind === "face" ? this.controls.on(first.shown.part.name, first.index) : [];
      this.card.show(title, [...told, ...lines], this.mode === "measure" ? texts.say("measure_second") : "");
    }
    stage.ask();
  }

  /** Lights up the faces of a characteristic wherever its part stands; null takes the light off. */
  present(shown: Shown | null): void {
    if (this.mode === "measure") this.choose("none");
    const part = shown && this.bench.model.parts.find((each) => each.part.name === shown.part);
    if (!shown || !part) {
      this.pick([]);
      return;
    }
    this.picks = shown.faces.flatMap((index) => {
      const row = part.mesh.faces[index];
      return row ? part.objects.map((_, placement) => ({ kind: "face" as const, shown: part, placement, index, row, point: new Vector3() })) : [];
    });
    this.shown = shown;
    this.last = null;
    this.light();
    this.card.show(`${part.part.label} · ${shown.title}`, shown.lines);
    this.bench.stage.ask();
  }

  /** What the page has selected. */
  select(): void {
    const wish = this.bench.data.select, shown = wish && this.bench.model.parts.find((each) => each.part.name === wish.part);
    const row = wish && shown?.mesh.faces[wish.face];
    if (shown && row) this.pick([{ kind: "face", shown, placement: 0, index: wish.face, row, point: new Vector3() }]);
    else if (wish === null && this.mode === "none") this.pick([]);
  }

  /** The same picks in other words. */
  retell(): void {
    if (this.shown) this.present(this.shown);
    else this.pick(this.picks);
  }

  /** The same picks in the accent of today's theme. */
  light(): void {
    const accent = getComputedStyle(this.bench.element).getPropertyValue("--accent").trim() || "#0f5257";
    this.lit.show(this.picks, accent, this.bench.section.planes, this.shown !== null);
  }

  /** Takes the light off; what is told stays. */
  dim(): void {
    this.lit.clear();
  }

  /** The distance that is measured, drawn between its ends. */
  marks(): Mark[] {
    const [a, b] = this.picks;
    if (!a || !b || this.mode !== "measure") return [];
    const { result, short } = measured([a, b], this.bench.texts, this.bench.data.language);
    return result.distance ? [{ from: result.from, to: result.to, text: short, outside: null }] : [];
  }

  /** Tells the other blocks of the page. */
  private tapped(face: { part: string; face: number } | null): void {
    if (this.controls.any) window.dispatchEvent(new CustomEvent(TAPPED, { detail: face }));
  }

  dispose(): void {
    this.controls.want(null);
    this.lit.dispose();
  }
}

/** The tools that pick faces and edges: what is tapped is lit up, told on a card, and measured. */

import { Vector2, Vector3 } from "three";
import type { Bench } from "./bench";
import { about, Card, measured } from "./card";
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
  private readonly lit: Highlights;
  private picks: readonly Pick[] = [];
  private last: { x: number; y: number; depth: number } | null = null;

  constructor(private readonly bench: Bench, private readonly picked: (value: object) => void) {
    this.card = new Card(bench.texts, () => this.pick([]));
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
    if (this.mode === "none") return;
    const found = picksAt(model, stage.camera.lens, new Vector2(x, y), new Vector2(size.width, size.height), section.planes,
                          coarse ? REACH.coarse : REACH.fine);
    // tapping the same spot again goes one deeper: through the glass, to the other side of an edge
    const again = this.mode === "faces" && this.last !== null && Math.hypot(x - this.last.x, y - this.last.y) < SAME;
    const depth = again && this.last && found.length ? (this.last.depth + 1) % found.length : 0;
    this.last = { x, y, depth };
    const chosen = found[depth];
    if (!chosen) {
      this.pick([]);
      return;
    }
    const { kind, index, row } = chosen;
    this.picked({ part: chosen.shown.part.name, kind, index, ...row });
    this.pick(this.mode === "measure" && this.picks.length === 1 ? [...this.picks, chosen] : [chosen]);
  }

  /** Lights the picks up and tells about them. */
  pick(picks: readonly Pick[]): void {
    this.picks = picks;
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
      this.card.show(title, lines, this.mode === "measure" ? texts.say("measure_second") : "");
    }
    stage.ask();
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
    this.pick(this.picks);
  }

  /** The same picks in the accent of today's theme. */
  light(): void {
    const accent = getComputedStyle(this.bench.element).getPropertyValue("--accent").trim() || "#0f5257";
    this.lit.show(this.picks, accent, this.bench.section.planes);
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

  dispose(): void {
    this.lit.dispose();
  }
}

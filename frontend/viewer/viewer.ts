/** The viewer: ties the stage, the product on it and the tools together for one place on the page. */

import { Vector2, Vector3 } from "three";
import { Announcements } from "./announcements";
import { canShowInRoom, showInRoom, wholeOf } from "./ar";
import { coinBeside, wristUnder } from "./beside";
import type { ViewName } from "./camera";
import { about, Card, measured } from "./card";
import { Edges } from "./edges";
import type { Loaded } from "./loading";
import { Model } from "./model";
import { exact, quantity } from "./numbers";
import { overall, Overlay, type Mark } from "./overlay";
import { besidePanel, sectionPanel, type BesideChoice } from "./panels";
import { Highlights, picksAt, type Pick } from "./picking";
import { listen } from "./pointer";
import { Section } from "./section";
import { Shape } from "./shape";
import { Stage } from "./stage";
import styles from "./styles.css";
import { Texts } from "./texts";
import { Toolbar, type Action } from "./toolbar";
import type { Drawn, Tool, ViewerData } from "./types";

export interface Host {
  trigger(name: "picked" | "missing", value: unknown): void;
  drawn(value: Drawn): void;
}

const REACH = { fine: 7, coarse: 14 };
const STILL = matchMedia("(prefers-reduced-motion: reduce)"), DARK = matchMedia("(prefers-color-scheme: dark)");

export class Viewer {
  readonly element = document.createElement("div");
  private readonly canvas = document.createElement("canvas");
  private readonly texts = new Texts();
  private readonly says = new Announcements(this.texts);
  private readonly bar = new Toolbar(this.texts, (action) => this.act(action));
  private readonly card = new Card(this.texts, () => this.pick([]));
  private readonly foot = document.createElement("div");
  private readonly overlay = new Overlay();
  private readonly gone = new AbortController();
  private readonly stage: Stage | null;
  private readonly model: Model | null = null;
  private readonly edges: Edges | null = null;
  private readonly section: Section | null = null;
  private readonly lit: Highlights | null = null;
  private readonly shape: Shape;
  private data: ViewerData = { scene: null, language: "en", theme: "auto" };
  private panel: HTMLElement | null = null;
  private mode: "none" | "faces" | "measure" = "none";
  private picks: Pick[] = [];
  private last: { x: number; y: number; depth: number } | null = null;
  private dimensions = false;
  private beside: BesideChoice = "none";
  private besideMark: Mark | null = null;
  private room = false;
  private size = { width: 1, height: 1 };

  constructor(parent: HTMLElement | ShadowRoot, private readonly host: Host) {
    const sheet = document.createElement("style"), ring = document.createElement("div");
    sheet.textContent = styles;
    ring.className = "ring";
    this.element.className = "viewer";
    this.foot.className = "foot";
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    this.foot.append(this.bar.element);
    this.element.append(sheet, this.canvas, ring, this.overlay.element, this.foot, this.card.element, this.says.element);
    parent.append(this.element);
    Object.assign(this.element, { viewer: this }); // for tests and for looking closer
    this.stage = this.begun();
    if (this.stage) {
      const { root, extras } = this.stage;
      this.model = new Model(root);
      this.edges = new Edges(this.model);
      this.section = new Section(this.model, root, extras);
      this.lit = new Highlights(root);
    }
    this.shape = new Shape({
      waiting: () => this.says.waiting(),
      came: (loaded, began) => this.came(loaded, began),
      failed: (error, again) => {
        this.says.done(false);
        const own = error.kind === "connection" ? "lost_connection" : "broken_scene";
        this.says.fail(error.sentence ?? this.texts.say(own), again);
      },
      missing: (scene) => this.host.trigger("missing", { scene }),
    });
    new Observed(this.element, () => this.resize(), this.gone.signal);
    const themed = () => this.theme();
    DARK.addEventListener("change", themed, { signal: this.gone.signal });
    void canShowInRoom().then((can) => {
      this.room = can;
      this.offer();
    });
  }

  /** New words of the page: what changed is done, the rest stays as it is. */
  update(data: ViewerData): void {
    const before = this.data;
    this.data = data;
    this.texts.take(data.texts);
    this.theme();
    this.offer();
    this.label();
    this.says.tell(data.note ?? null);
    if (!this.stage) {
      this.without();
      return;
    }
    if (this.model?.dressAll(data.looks ?? {})) {
      this.section?.dress();
      this.stage.renderer.shadowMap.needsUpdate = true;
      this.stage.ask();
    }
    if (JSON.stringify(before.beside) !== JSON.stringify(data.beside)) {
      this.stand(false);
      this.settle();
      if (this.panel?.dataset["tool"] === "beside") this.besides(true);
    }
    if (before.language !== data.language) this.retold();
    if (JSON.stringify(before.select) !== JSON.stringify(data.select)) this.select();
    this.shape.want(data.scene, data.language);
  }

  dispose(): void {
    this.gone.abort();
    this.shape.dispose();
    this.says.dispose();
    this.section?.dispose();
    this.edges?.dispose();
    this.lit?.dispose();
    this.model?.dispose();
    this.stage?.dispose();
    this.element.remove();
  }

  private begun(): Stage | null {
    try {
      const stage = new Stage(this.canvas, () => STILL.matches);
      listen(stage, {
        tap: (x, y, coarse) => this.tap(x, y, coarse),
        view: (name) => this.view(name),
        home: () => this.view("three_quarter"),
        moved: () => {
          this.bar.showing(null);
          if (stage.camera.turning) this.turntable(false);
        },
      }, this.gone.signal);
      stage.after.push(() => this.redraw());
      stage.onRestored = () => this.settle();
      return stage;
    } catch (error) {
      console.warn("viewer: no WebGL:", error instanceof Error ? error.message : error);
      return null;
    }
  }

  private came(loaded: Loaded, began: number): void {
    const { stage, model } = this;
    if (!stage || !model) return;
    const before = performance.now(), first = model.scene === null;
    this.pick([]);
    model.show(loaded.scene, loaded.meshes, this.data.looks ?? {});
    this.shape.loader.keep(loaded.meshes);
    this.stand(false);
    this.settle();
    if (first) {
      stage.camera.frame(model.box().getCenter(new Vector3()), "three_quarter", true);
      this.bar.showing("three_quarter");
    }
    this.label();
    this.edges?.update(this.section?.planes ?? []);
    this.section?.rebuild();
    stage.draw();
    const gl = stage.renderer.getContext();
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4)); // waits for the picture, so that the time is true
    stage.ask();
    this.says.done(true);
    this.select();
    const now = performance.now();
    const drawn: Drawn = {
      scene: loaded.scene.key, fetch_ms: loaded.fetch_ms, parse_ms: loaded.parse_ms, draw_ms: now - before, total_ms: now - began,
      bytes: loaded.bytes, reused: loaded.reused,
    };
    (window.__lotOneDrawn ??= []).push(drawn);
    this.host.drawn(drawn);
  }

  /** Ground, light and lens for what stands there now. */
  private settle(): void {
    const { stage, model } = this;
    if (!stage || !model?.scene) return;
    const box = model.box();
    const beside = stage.root.children.filter((each) => each.name === "besides").flatMap((each) => each.children);
    for (const each of beside) if (each.name === "coin") box.expandByObject(each);
    stage.setting(box.min, box.max, [...model.casters, ...beside.filter((each) => each.name === "coin")] as typeof model.casters);
    this.shadow();
  }

  /** No ground where a wrist is, nor under what is cut: the shadow is that of the whole. */
  private shadow(): void {
    if (this.stage) this.stage.shadowless = this.beside === "wrist" || this.section?.on === true;
  }

  private act(action: Action): void {
    if (action.kind === "view") {
      this.view(action.view);
      return;
    }
    const { stage, edges, section } = this;
    if (!stage || !edges || !section) return;
    switch (action.tool) {
      case "edges":
        edges.on = !edges.on;
        edges.update(section.planes);
        this.bar.press("edges", edges.on);
        break;
      case "section": this.cut(!section.on); break;
      case "turntable": this.turntable(!stage.camera.turning); break;
      case "dimensions":
        this.dimensions = !this.dimensions;
        this.bar.press("dimensions", this.dimensions);
        stage.camera.filled = this.dimensions ? 0.7 : 0.86; // the lines need room around it
        stage.camera.refit(stage.camera.target.clone());
        break;
      case "beside": this.besides(this.panel?.dataset["tool"] !== "beside"); break;
      case "faces": case "measure": this.picking(this.mode === action.tool ? "none" : action.tool); break;
      case "ar":
        if (this.data.scene) showInRoom(this.element, wholeOf(this.data.scene), this.model?.scene?.title ?? "", this.texts);
        break;
    }
    stage.ask();
  }

  private view(name: ViewName): void {
    const { stage, model } = this;
    if (!stage || !model?.scene) return;
    this.turntable(false);
    stage.camera.view(name, model.box().getCenter(new Vector3()));
    this.bar.showing(name);
    stage.ask();
  }

  private turntable(on: boolean): void {
    if (!this.stage) return;
    this.stage.camera.turning = on;
    this.bar.press("turntable", on);
    if (on) this.bar.showing(null);
    this.stage.ask();
  }

  private cut(on: boolean): void {
    const { stage, model, section, edges } = this;
    if (!stage || !model || !section) return;
    section.on = on;
    this.bar.press("section", on);
    const apply = () => {
      section.place();
      stage.renderer.shadowMap.needsUpdate = true;
      stage.ask();
    };
    section.rebuild();
    model.cut(section.planes);
    edges?.update(section.planes);
    this.lit?.clear();
    this.shadow();
    apply();
    this.open(on ? "section" : null, () => sectionPanel(section, this.texts, (state) => {
      Object.assign(section, state);
      apply();
    }));
  }

  private besides(on: boolean): void {
    this.open(on ? "beside" : null, () => besidePanel(this.beside, this.data.beside ?? {}, this.texts, this.data.language, (value) => {
      this.beside = value;
      this.stand();
    }));
  }

  /** One panel at a time; the section's goes with the section, the other is only a menu. */
  private open(tool: "section" | "beside" | null, make: () => HTMLElement): void {
    this.panel?.remove();
    this.panel = null;
    if (tool) {
      this.panel = make();
      this.panel.dataset["tool"] = tool;
      this.foot.prepend(this.panel);
    } else if (this.section?.on) {
      // what lay under the menu comes back
      this.cut(true);
    }
    this.resize();
  }

  /** Puts what is beside the product in its place. */
  private stand(settle = true): void {
    const { stage, model } = this;
    if (!stage || !model?.scene) return;
    stage.clearBesides();
    this.besideMark = null;
    const { coin, wrist } = this.data.beside ?? {};
    if ((this.beside === "coin" && !coin) || (this.beside === "wrist" && !wrist)) this.beside = "none";
    const box = model.box();
    if (this.beside === "coin" && coin) {
      const mesh = coinBeside(coin, box);
      stage.putBeside(mesh);
      this.besideMark = { from: mesh.position.clone().setY(box.min.y).add(new Vector3(0, 0, coin.diameter / 2)), to: null, outside: null,
                          text: `${coin.name} · ⌀\u202f${exact(coin.diameter, this.data.language)}` };
    }
    if (this.beside === "wrist" && wrist) stage.putBeside(wristUnder(wrist, box, model));
    this.bar.press("beside", this.beside !== "none");
    if (!settle) return;
    this.settle();
    const middle = box.getCenter(new Vector3());
    if (this.beside === "coin" && coin) middle.x += (coin.diameter + 5) / 2;
    if (this.beside === "wrist" && stage.camera.pose.elevation < 0.2) this.view("three_quarter"); // the arm would hide the product
    else stage.camera.refit(middle);
    stage.ask();
  }

  private picking(mode: "none" | "faces" | "measure"): void {
    this.mode = mode;
    this.bar.press("faces", mode === "faces");
    this.bar.press("measure", mode === "measure");
    this.element.classList.toggle("picking", mode !== "none");
    this.pick([]);
  }

  private tap(x: number, y: number, coarse: boolean): void {
    const { stage, model, section } = this;
    if (!stage || !model || this.mode === "none") return;
    const found = picksAt(model, stage.camera.lens, new Vector2(x, y), new Vector2(this.size.width, this.size.height), section?.planes ?? [],
                          coarse ? REACH.coarse : REACH.fine);
    // tapping the same spot again goes one deeper: through the glass, to the other side of an edge
    const again = this.mode === "faces" && this.last !== null && Math.hypot(x - this.last.x, y - this.last.y) < 6;
    const depth = again && this.last && found.length ? (this.last.depth + 1) % found.length : 0;
    this.last = { x, y, depth };
    const chosen = found[depth];
    if (!chosen) {
      this.pick([]);
      return;
    }
    const { kind, index, row } = chosen;
    this.host.trigger("picked", { part: chosen.shown.part.name, kind, index, ...row });
    this.pick(this.mode === "measure" && this.picks.length === 1 ? [...this.picks, chosen] : [chosen]);
  }

  /** Lights the picks up and tells about them. */
  private pick(picks: Pick[]): void {
    this.picks = picks;
    const { lit, stage, section, texts, data } = this;
    if (!lit || !stage) return;
    lit.show(picks, this.accent(), section?.planes ?? []);
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
  private select(): void {
    const wish = this.data.select, shown = wish && this.model?.parts.find((each) => each.part.name === wish.part);
    const row = wish && shown?.mesh.faces[wish.face];
    if (shown && row) this.pick([{ kind: "face", shown, placement: 0, index: wish.face, row, point: new Vector3() }]);
    else if (wish === null && this.mode === "none") this.pick([]);
  }

  /** After each frame: what lies over the picture follows it. */
  private redraw(): void {
    const { stage, model } = this;
    if (!stage || !model?.scene) return;
    const marks: Mark[] = [], { language } = this.data, box = model.box();
    if (this.dimensions) {
      const size = box.getSize(new Vector3());
      const words = (["width", "height", "depth"] as const).map((name, at) =>
        `${this.size.width > 560 ? `${this.texts.say(name)} ` : ""}${quantity([size.x, size.z, size.y][at]!, "mm", 2, language)}`);
      marks.push(...overall(box, stage.camera.lens, words as [string, string, string]));
    }
    if (this.besideMark) marks.push(this.besideMark);
    const [a, b] = this.picks;
    if (a && b && this.mode === "measure") {
      const { result, short } = measured([a, b], this.texts, language);
      if (result.distance) marks.push({ from: result.from, to: result.to, text: short, outside: null });
    }
    this.overlay.marks = marks;
    this.overlay.draw(stage.camera.lens, this.size.width, this.size.height);
  }

  private offer(): void {
    const can = (tool: Tool) => tool !== "ar" || (this.room && this.data.scene !== null);
    const tools = this.stage ? (this.data.tools ?? ["views"]).filter(can) : [];
    const { beside } = this.data;
    this.bar.offer(tools.filter((tool) => tool !== "beside" || beside?.coin || beside?.wrist), this.data.language);
  }

  private retold(): void {
    this.panel?.remove();
    this.panel = null;
    if (this.section?.on) this.cut(true);
    this.pick(this.picks);
    this.stand(false);
  }

  private label(): void {
    const title = this.model?.scene?.title;
    this.canvas.setAttribute("aria-label", title ? this.texts.say("canvas_label", { title }) : this.texts.say("canvas_empty"));
  }

  private theme(): void {
    const { theme } = this.data, dark = theme === "dark" || (theme === "auto" && DARK.matches);
    this.element.dataset["theme"] = dark ? "dark" : "light";
    if (this.picks.length) this.lit?.show(this.picks, this.accent(), this.section?.planes ?? []);
    this.stage?.dim(dark);
  }

  private accent(): string {
    return getComputedStyle(this.element).getPropertyValue("--accent").trim() || "#0f5257";
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    this.size = { width, height };
    this.stage?.resize(width, height, this.foot.offsetHeight + 12);
  }

  private without(): void {
    const box = document.createElement("div"), words = document.createElement("p");
    box.className = "without";
    words.textContent = this.texts.say("no_webgl");
    if (this.data.poster) {
      const picture = document.createElement("img");
      picture.src = new URL(this.data.poster, document.baseURI).href;
      picture.alt = this.texts.say("poster", { title: this.model?.scene?.title ?? this.texts.say("canvas_empty") });
      box.append(picture);
    }
    box.append(words);
    this.canvas.hidden = true;
    this.element.querySelector(".without")?.remove();
    this.element.append(box);
  }
}

/** Tells when an element's size changes. */
class Observed {
  constructor(element: Element, act: () => void, signal: AbortSignal) {
    const observer = new ResizeObserver(act);
    observer.observe(element);
    signal.addEventListener("abort", () => observer.disconnect());
  }
}

/** The viewer: ties the stage, the product on it and the tools together for one place on the page. */

import { Vector3 } from "three";
import { Announcements } from "./announcements";
import { canShowInRoom, showInRoom, wholeOf } from "./ar";
import type { Bench } from "./bench";
import { Besides } from "./besides";
import type { ViewName } from "./camera";
import { Context } from "./context";
import { SHOW, type Shown } from "./controls";
import { Cutting } from "./cutting";
import { dimensions } from "./dimensions";
import { Distances } from "./distances";
import { Edges } from "./edges";
import type { Loaded } from "./loading";
import { Menu } from "./menu";
import { Model } from "./model";
import { Overlay } from "./overlay";
import { Picker } from "./picker";
import { listen } from "./pointer";
import { drawnNow } from "./report";
import { Section } from "./section";
import { Shape } from "./shape";
import { DRAWING, Stage } from "./stage";
import styles from "./styles.css";
import { Texts } from "./texts";
import { Toolbar, type Action } from "./toolbar";
import type { Drawn, Tool, ViewerData } from "./types";
import { Without } from "./without";

export interface Host {
  trigger(name: "picked" | "missing", value: unknown): void;
  drawn(value: Drawn): void;
}

const STILL = matchMedia("(prefers-reduced-motion: reduce)"), DARK = matchMedia("(prefers-color-scheme: dark)");

export class Viewer implements Bench {
  data: ViewerData = { scene: null, language: "en", theme: "auto" };
  size = { width: 1, height: 1 };
  readonly element = document.createElement("div");
  readonly texts = new Texts();
  readonly bar = new Toolbar(this.texts, (action) => this.act(action));
  readonly stage = new Stage(() => STILL.matches);
  readonly model = new Model(this.stage.root);
  readonly edges = new Edges(this.model);
  readonly section = new Section(this.model, this.stage.root, this.stage.extras);
  private canvas = document.createElement("canvas");
  private readonly says = new Announcements(this.texts);
  private readonly foot = document.createElement("div");
  private readonly overlay = new Overlay();
  private readonly gone = new AbortController();
  private readonly picker: Picker;
  private readonly menu = new Menu(this.foot, () => this.resize());
  readonly distances = new Distances(this, this.menu);
  private readonly cutting = new Cutting(this, this.menu, () => {
    this.picker.dim();
    this.distances.update();
    this.shadow();
  });
  private readonly besides = new Besides(this, this.menu, () => this.view("three_quarter"));
  private readonly context = new Context(DRAWING, {
    had: (canvas, context) => this.begin(canvas, context),
    lost: () => {
      this.stage.lose();
      this.says.waiting();
    },
    restored: () => {
      this.stage.restore();
      this.draws();
    },
    missed: (why) => {
      this.says.done(false);
      this.without.show(why, this.data.poster ?? null, this.model.scene?.title ?? this.texts.say("canvas_empty"));
      this.element.classList.add("undrawn");
    },
  });
  private readonly without = new Without(this.texts, () => {
    this.says.waiting();
    this.context.again();
  });
  private readonly shape: Shape;
  private hands = new AbortController();
  /** Whether a canvas was ever drawn on: before, no scene is fetched. */
  private begun = false;
  /** What is still to be told about a scene that came while nothing could be drawn. */
  private untold: (() => void) | null = null;
  private dimensions = false;
  private room = false;

  constructor(parent: HTMLElement | ShadowRoot, private readonly host: Host) {
    const sheet = document.createElement("style"), ring = document.createElement("div");
    sheet.textContent = styles;
    ring.className = "ring";
    this.element.className = "viewer";
    this.foot.className = "foot";
    this.foot.append(this.bar.element);
    this.picker = new Picker(this, (value) => this.host.trigger("picked", value));
    this.element.append(sheet, this.canvas, ring, this.overlay.element, this.foot, this.picker.card.element, this.without.element, this.says.element);
    parent.append(this.element);
    Object.assign(this.element, { viewer: this }); // for tests and for looking closer
    this.shape = new Shape({
      waiting: () => this.says.waiting(),
      still: () => this.says.done(false),
      came: (loaded, began) => this.came(loaded, began),
      failed: (error, again) => {
        this.says.done(false);
        const own = error.kind === "connection" ? "lost_connection" : "broken_scene";
        this.says.fail(error.sentence ?? this.texts.say(own), again);
      },
      missing: (scene) => this.host.trigger("missing", { scene }),
    });
    this.stage.after.push(() => this.redraw());
    this.says.waiting(); // until there is something to draw with
    this.context.begin();
    const observer = new ResizeObserver(() => this.resize());
    observer.observe(this.element);
    this.gone.signal.addEventListener("abort", () => observer.disconnect());
    window.addEventListener(SHOW, (event) => this.picker.present((event as CustomEvent<Shown | null>).detail), { signal: this.gone.signal });
    DARK.addEventListener("change", () => this.theme(), { signal: this.gone.signal });
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
    this.picker.controls.want(data.controlled ?? null);
    if (this.model.dressAll(data.looks ?? {})) {
      this.section.dress();
      this.stage.shade();
      this.stage.ask();
    }
    if (JSON.stringify(before.beside) !== JSON.stringify(data.beside)) {
      this.besides.stand();
      this.settle();
      if (this.menu.tool === "beside") this.besides.panel();
    }
    if (before.language !== data.language) this.retold();
    if (JSON.stringify(before.select) !== JSON.stringify(data.select)) this.picker.select();
    if (this.begun) this.shape.want(data.scene, data.language);
  }

  dispose(): void {
    this.gone.abort();
    this.hands.abort();
    this.context.dispose();
    this.shape.dispose();
    this.says.dispose();
    this.section.dispose();
    this.edges.dispose();
    this.picker.dispose();
    this.distances.dispose();
    this.model.dispose();
    this.stage.dispose();
    this.element.remove();
  }

  /** Takes a canvas that can be drawn on, the first one or another in its place. */
  private begin(canvas: HTMLCanvasElement, context: WebGL2RenderingContext): void {
    this.stage.equip(canvas, context);
    this.hands.abort();
    this.hands = new AbortController();
    listen(canvas, this.stage, {
      tap: (x, y, coarse) => {
        if (this.picker.mode !== "none" || !this.distances.tap(x, y)) this.picker.tap(x, y, coarse);
      },
      view: (name) => this.view(name),
      home: () => this.view("three_quarter"),
      moved: () => {
        this.bar.showing(null);
        if (this.stage.camera.turning) this.turntable(false);
      },
    }, this.hands.signal);
    const root = this.element.getRootNode() as Document | ShadowRoot, focused = root.activeElement;
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "img");
    this.canvas.replaceWith(canvas);
    const lead = focused !== null && (focused === this.canvas || this.without.element.contains(focused));
    this.canvas = canvas;
    this.label();
    this.begun = true;
    this.draws();
    if (lead) canvas.focus({ preventScroll: true });
    this.shape.want(this.data.scene, this.data.language);
  }

  /** It can be drawn again: as if nothing had happened. */
  private draws(): void {
    this.without.hide();
    this.element.classList.remove("undrawn");
    this.shape.sign();
    this.resize();
    this.settle();
    this.stage.ask();
    this.untold?.();
  }

  private came(loaded: Loaded, began: number): void {
    const { stage, model } = this;
    const before = performance.now(), first = model.scene === null;
    this.picker.pick([]);
    model.show(loaded.scene, loaded.meshes, this.data.looks ?? {});
    this.shape.loader.keep(loaded.meshes);
    this.besides.stand();
    this.settle();
    if (first) {
      stage.camera.frame(model.box().getCenter(new Vector3()), "three_quarter", true);
      this.bar.showing("three_quarter");
    }
    this.label();
    this.edges.update(this.section.planes);
    this.section.rebuild();
    this.offer();
    this.distances.update();
    if (this.menu.tool === "distance") this.distances.panel();
    this.picker.select();
    const tell = () => {
      this.untold = null;
      const drawn = drawnNow(stage, loaded, began, before);
      stage.ask();
      this.says.done(true);
      (window.__lotOneDrawn ??= []).push(drawn);
      window.dispatchEvent(new CustomEvent("lo-drawn", { detail: drawn.scene }));
      this.host.drawn(drawn);
    };
    if (stage.able) tell();
    else this.untold = tell;
  }

  settle(): void {
    const { stage, model } = this;
    if (!model.scene) return;
    const box = model.box(), coins = stage.besides.filter((each) => each.name === "coin");
    for (const each of coins) box.expandByObject(each);
    stage.setting(box.min, box.max, [...model.casters, ...coins]);
    this.shadow();
  }

  /** No ground where a wrist is, nor under what is cut: the shadow is that of the whole. */
  private shadow(): void {
    this.stage.shadowless = this.besides.choice === "wrist" || this.section.on;
  }

  private act(action: Action): void {
    if (action.kind === "view") {
      this.view(action.view);
      return;
    }
    const { stage, edges, section, picker } = this;
    switch (action.tool) {
      case "edges":
        edges.on = !edges.on;
        edges.update(section.planes);
        this.bar.press("edges", edges.on);
        break;
      case "section": this.cutting.toggle(!section.on); break;
      case "turntable": this.turntable(!stage.camera.turning); break;
      case "dimensions":
        this.dimensions = !this.dimensions;
        this.bar.press("dimensions", this.dimensions);
        stage.camera.filled = this.dimensions ? 0.7 : 0.86; // the lines need room around it
        stage.camera.refit(stage.camera.target.clone());
        break;
      case "beside":
        if (this.menu.tool !== "beside") this.besides.panel();
        else this.back();
        break;
      case "distance":
        if (this.distances.on && this.menu.tool !== "distance") this.distances.panel(); // another panel stood in its place
        else this.distances.toggle(!this.distances.on);
        if (!this.distances.on) this.back();
        break;
      case "faces": case "measure": picker.choose(picker.mode === action.tool ? "none" : action.tool); break;
      case "ar":
        if (this.data.scene) showInRoom(this.element, wholeOf(this.data.scene), this.model.scene?.title ?? "", this.texts);
        break;
    }
    stage.ask();
  }

  private view(name: ViewName): void {
    const { stage, model } = this;
    if (!model.scene) return;
    this.turntable(false);
    stage.camera.view(name, model.box().getCenter(new Vector3()));
    this.bar.showing(name);
    stage.ask();
  }

  private turntable(on: boolean): void {
    this.stage.camera.turning = on;
    this.bar.press("turntable", on);
    if (on) this.bar.showing(null);
    this.stage.ask();
  }

  /** Closes the menu; what lay under it comes back. */
  private back(): void {
    this.menu.close();
    if (this.section.on) this.cutting.panel();
    else if (this.distances.on) this.distances.panel();
  }

  /** After each frame: what lies over the picture follows it. */
  private redraw(): void {
    const { stage, model, overlay, size } = this;
    if (!model.scene) return;
    overlay.marks = [
      ...(this.dimensions ? dimensions(model.box(), stage.camera.lens, size.width, this.texts, this.data.language) : []),
      ...(this.besides.mark ? [this.besides.mark] : []),
      ...this.picker.marks(), ...this.distances.marks(),
    ];
    overlay.draw(stage.camera.lens, size.width, size.height);
  }

  private offer(): void {
    const { beside, tools, scene, language } = this.data;
    const can = (tool: Tool) => tool === "ar" ? this.room && scene !== null : tool !== "beside" || Boolean(beside?.coin || beside?.wrist);
    const offered = (tools ?? ["views"]).filter(can);
    this.bar.offer(this.distances.any ? [...offered, "distance"] : offered, language);
  }

  /** The same in another language. */
  private retold(): void {
    this.back();
    this.picker.retell();
    this.besides.stand();
    this.settle();
  }

  private label(): void {
    const title = this.model.scene?.title;
    this.canvas.setAttribute("aria-label", title ? this.texts.say("canvas_label", { title }) : this.texts.say("canvas_empty"));
  }

  private theme(): void {
    const { theme } = this.data, dark = theme === "dark" || (theme === "auto" && DARK.matches);
    this.element.dataset["theme"] = dark ? "dark" : "light";
    this.picker.light();
    this.stage.dim(dark);
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    this.size = { width, height };
    this.stage.resize(width, height, this.foot.offsetHeight + 12);
  }
}

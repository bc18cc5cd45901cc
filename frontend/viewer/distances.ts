/** The tool that colours what follows a leg by how far it lies from it, with a legend, and tells the value of a place that is tapped. */

import { BufferAttribute, Mesh, Raycaster, ShaderMaterial, Vector2, Vector3, type BufferGeometry } from "three";
import type { Bench } from "./bench";
import { FAR, FRAGMENT, VERTEX } from "./deviation.glsl";
import { DistancePanel } from "./distance_panel";
import type { Menu } from "./menu";
import type { ShownPart } from "./model";
import { decimal, quantity } from "./numbers";
import type { Mark } from "./overlay";
import type { DeviationTable } from "./types";

/** The scale reaches so far at least, mm: what is finer than a print shall not look alarming. */
const LEAST = 1;

interface Place { readonly shown: ShownPart; readonly placement: number; readonly point: Vector3; readonly value: number | null }

export class Distances {
  on = false;
  private readonly material = new ShaderMaterial({
    vertexShader: VERTEX, fragmentShader: FRAGMENT, uniforms: { most: { value: LEAST } }, clipping: true,
    polygonOffset: true, polygonOffsetFactor: 0.5, polygonOffsetUnits: 0.5, // before the surface, behind its edges
  });
  private laid: Mesh[] = [];
  private place: Place | null = null;
  private legend: DistancePanel | null = null;

  constructor(private readonly bench: Bench, private readonly menu: Menu) {}

  /** Whether anything that is shown follows something. */
  get any(): boolean {
    return this.following.length > 0;
  }

  toggle(on: boolean): void {
    this.on = on;
    this.place = null;
    this.update();
    if (on) this.panel();
    else if (this.menu.tool === "distance") this.menu.close();
  }

  /** What is shown, or where it is cut, has changed. */
  update(): void {
    const { bar, model, section, stage } = this.bench;
    for (const each of this.laid) each.removeFromParent();
    this.laid = [];
    if (this.on && !this.any) this.toggle(false);
    bar.press("distance", this.on);
    if (this.place && !model.parts.includes(this.place.shown)) this.place = null;
    if (this.on) {
      this.material.uniforms["most"]!.value = this.most;
      this.material.clippingPlanes = section.planes;
      for (const shown of this.following) this.lay(shown);
    }
    stage.ask();
  }

  /** The legend, with what was read last. */
  panel(): void {
    const { texts, data } = this.bench;
    if (!this.any) return;
    const told = (value: number) => quantity(Math.abs(value), "mm", 2, data.language);
    const p95 = Math.max(...this.tables.map((each) => each.p95_mm)); // of the part that is furthest off
    const greatest = Math.max(...this.tables.map((each) => Math.abs(each.greatest_mm)));
    const ticks = [-1, -0.5, 0, 0.5, 1].map((share) => signed(share * this.most, 1, data.language));
    this.legend = new DistancePanel({
      ticks: [...ticks.slice(0, -1), `${ticks.at(-1)}\u202fmm`],
      summary: texts.say("distance_summary", { p95: told(p95), greatest: told(greatest) }),
      offset: texts.say("distance_offset", { offset: [...new Set(this.tables.map((each) => told(each.offset_mm)))].join(", ") }),
    }, texts, () => this.read(this.furthest()));
    this.legend.say(this.told);
    this.menu.open("distance", this.legend.element);
  }

  /** Reads the value of what is at (x, y), pixels of the canvas. Returns whether it has taken the tap. */
  tap(x: number, y: number): boolean {
    if (!this.on) return false;
    const { model, stage, section, size } = this.bench, ray = new Raycaster();
    ray.setFromCamera(new Vector2(x / size.width * 2 - 1, 1 - y / size.height * 2), stage.camera.lens);
    const objects = model.parts.flatMap((shown) => shown.objects.map((object, placement) => ({ object, shown, placement })));
    const hit = ray.intersectObjects(objects.map((each) => each.object), false)
      .find((each) => section.planes.every((plane) => plane.distanceToPoint(each.point) >= 0));
    const found = hit && objects.find((each) => each.object === hit.object), values = found?.shown.mesh.deviation?.values;
    let place: Place | null = null;
    if (hit?.face && hit.barycoord && found) {
      const { a, b, c } = hit.face, shares = hit.barycoord;
      const value = values ? values[a]! * shares.x + values[b]! * shares.y + values[c]! * shares.z : FAR;
      place = { ...found, point: hit.point.clone(), value: Math.abs(value) < FAR ? value : null };
    }
    this.read(place);
    return true;
  }

  marks(): Mark[] {
    return this.on && this.place ? [{ from: this.place.point, to: null, text: this.short(this.place), outside: null }] : [];
  }

  dispose(): void {
    this.on = false;
    for (const each of this.laid) each.removeFromParent();
    this.material.dispose();
  }

  /** Tells of a place, on it and in the legend. */
  private read(place: Place | null): void {
    this.place = place;
    this.legend?.say(this.told);
    this.bench.stage.ask();
  }

  private get following(): ShownPart[] {
    return this.bench.model.parts.filter((each) => each.mesh.deviation !== null);
  }

  private get tables(): DeviationTable[] {
    return this.following.flatMap((each) => each.mesh.deviation?.table ?? []);
  }

  /** Where the scale ends, mm: at 1, or at the next half that holds all. */
  private get most(): number {
    return Math.max(LEAST, ...this.tables.map((each) => Math.ceil(2 * Math.abs(each.greatest_mm)) / 2));
  }

  /** What was read last, as a sentence; empty if nothing was. */
  private get told(): string {
    const { place } = this, { texts, data } = this.bench;
    if (!place) return "";
    const label = place.shown.part.label;
    if (place.value === null) return texts.say("distance_none", { part: label });
    const distance = quantity(Math.abs(place.value), "mm", 2, data.language);
    return texts.say(place.value < 0 ? "distance_inside" : "distance_outside", { part: label, distance });
  }

  private short(place: Place): string {
    return place.value === null ? "–" : `${signed(place.value, 2, this.bench.data.language)}\u202fmm`;
  }

  private lay(shown: ShownPart): void {
    const { geometry, mesh } = shown;
    if (!mesh.deviation) return;
    if (!geometry.hasAttribute("deviation")) geometry.setAttribute("deviation", new BufferAttribute(mesh.deviation.values, 1));
    for (const object of shown.objects) {
      const over: Mesh<BufferGeometry, ShaderMaterial> = new Mesh(geometry, this.material);
      over.matrixAutoUpdate = false;
      over.matrix.copy(object.matrix);
      over.renderOrder = 300;
      over.raycast = () => undefined;
      object.parent?.add(over);
      over.updateMatrixWorld(true);
      this.laid.push(over);
    }
  }

  /** Where the distance is greatest, of all that follows. */
  private furthest(): Place | null {
    let best: Place | null = null;
    for (const shown of this.following) {
      const values = shown.mesh.deviation!.values, object = shown.objects[0];
      let at = -1;
      for (let v = 0; v < values.length; v += 1) {
        const far = Math.abs(values[v]!);
        if (far < FAR && (at < 0 || far > Math.abs(values[at]!))) at = v;
      }
      if (at < 0 || !object || (best?.value != null && Math.abs(best.value) >= Math.abs(values[at]!))) continue;
      const point = new Vector3().fromArray(shown.mesh.position, 3 * at).applyMatrix4(object.matrixWorld);
      best = { shown, placement: 0, point, value: values[at]! };
    }
    return best;
  }
}

/** With its sign, but for nothing. */
function signed(value: number, decimals: number, language: Parameters<typeof decimal>[2]): string {
  const text = decimal(Math.abs(value), decimals, language);
  return Number(value.toFixed(decimals)) === 0 ? text : `${value < 0 ? "\u2212" : "+"}${text}`;
}

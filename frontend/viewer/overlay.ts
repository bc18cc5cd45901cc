/** Dimension lines and captions over the picture: vectors and text that always face the viewer. */

import { Vector3, type Box3, type PerspectiveCamera } from "three";

/** A dimension between two points, or a caption at one. World, mm. */
export interface Mark {
  readonly from: Vector3;
  readonly to: Vector3 | null;
  readonly text: string;
  /** A dimension of the whole is drawn outside of it. */
  readonly outside: Vector3 | null;
}

interface Spot { x: number; y: number }
interface Label { x: number; y: number; width: number; ux: number; uy: number; text: string }

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 22, OFFSET = 26, SHORTEST = 16;

export class Overlay {
  readonly element = document.createElementNS(SVG, "svg");
  marks: readonly Mark[] = [];

  constructor() {
    this.element.setAttribute("class", "overlay");
    this.element.setAttribute("aria-hidden", "true");
  }

  /** Draws the marks as `camera` sees them. */
  draw(camera: PerspectiveCamera, width: number, height: number): void {
    if (!this.marks.length) {
      if (this.element.firstChild) this.element.replaceChildren();
      return;
    }
    const seen = (point: Vector3): Spot => {
      const p = point.clone().project(camera);
      return { x: (p.x + 1) / 2 * width, y: (1 - p.y) / 2 * height };
    };
    const drawn: SVGElement[] = [], labels: Label[] = [];
    for (const mark of this.marks) {
      const wide = 14 + 7.4 * mark.text.length;
      if (!mark.to) {
        const at = seen(mark.from);
        labels.push({ x: at.x, y: at.y + 16, width: wide, ux: 0, uy: 1, text: mark.text });
        continue;
      }
      let a = seen(mark.from), b = seen(mark.to), [outX, outY] = [0, 0];
      const length = Math.hypot(b.x - a.x, b.y - a.y);
      if (mark.outside) {
        if (length < SHORTEST) continue; // seen end on
        const middle = seen(mark.outside);
        let [nx, ny] = [-(b.y - a.y) / length, (b.x - a.x) / length];
        if (nx * ((a.x + b.x) / 2 - middle.x) + ny * ((a.y + b.y) / 2 - middle.y) < 0) [nx, ny] = [-nx, -ny];
        const moved = (p: Spot, by: number): Spot => ({ x: p.x + nx * by, y: p.y + ny * by });
        drawn.push(line(moved(a, 4), moved(a, OFFSET + 5), "extension"), line(moved(b, 4), moved(b, OFFSET + 5), "extension"));
        [a, b] = [moved(a, OFFSET), moved(b, OFFSET)];
        [outX, outY] = [nx * Math.abs(nx) * (wide / 2 - 10), ny * Math.abs(nx) * 6]; // beside a steep line, not over the product
      }
      const [ux, uy] = length > 1e-6 ? [(b.x - a.x) / length, (b.y - a.y) / length] : [1, 0];
      drawn.push(line(a, b, "dimension"));
      if (length > 12) drawn.push(arrow(a, ux, uy), arrow(b, -ux, -uy));
      else drawn.push(dot(a), dot(b));
      labels.push({ x: (a.x + b.x) / 2 + outX, y: (a.y + b.y) / 2 + outY, width: wide, ux, uy, text: mark.text });
    }
    settle(labels, width, height);
    this.element.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.element.replaceChildren(...drawn, ...labels.flatMap(written));
  }
}

/** The three dimensions of a box, each on the edge that lies furthest out as `camera` sees it. */
export function overall(box: Box3, camera: PerspectiveCamera, words: readonly [string, string, string]): Mark[] {
  const middle = box.getCenter(new Vector3()), seen = (p: Vector3) => p.clone().project(camera);
  const centre = seen(middle), marks: Mark[] = [];
  (["x", "z", "y"] as const).forEach((axis, at) => {
    const [p, q] = (["x", "y", "z"] as const).filter((each) => each !== axis) as ["x" | "y" | "z", "x" | "y" | "z"];
    let best: { far: number; from: Vector3; to: Vector3 } | null = null;
    for (const sp of ["min", "max"] as const) {
      for (const sq of ["min", "max"] as const) {
        const from = box.min.clone(), to = box.max.clone();
        from[p] = to[p] = box[sp][p];
        from[q] = to[q] = box[sq][q];
        const half = seen(from.clone().add(to).multiplyScalar(0.5));
        const x = (half.x - centre.x) * camera.aspect, y = half.y - centre.y;
        // of two edges equally far out the lower one, and the one to the right
        const far = Math.hypot(x, y) - 0.02 * y + 0.01 * x;
        if (!best || far > best.far + 1e-9) best = { far, from, to };
      }
    }
    if (best) marks.push({ from: best.from, to: best.to, text: words[at]!, outside: middle });
  });
  return marks;
}

/** Labels that would lie on one another step aside, along their lines first. */
function settle(labels: Label[], width: number, height: number): void {
  labels.forEach((label, at) => {
    const home = { x: label.x, y: label.y };
    for (let step = 0; step < 24; step += 1) {
      const by = (step % 2 ? -1 : 1) * Math.ceil(step / 2) * 12;
      label.x = Math.min(width - label.width / 2 - 4, Math.max(label.width / 2 + 4, home.x + label.ux * by));
      label.y = Math.min(height - HEIGHT / 2 - 4, Math.max(HEIGHT / 2 + 4, home.y + label.uy * by));
      const hit = labels.slice(0, at).some((other) => Math.abs(other.x - label.x) < (other.width + label.width) / 2 + 4
        && Math.abs(other.y - label.y) < HEIGHT + 4);
      if (!hit) return;
    }
    label.y = home.y + (HEIGHT + 6) * at;
  });
}

function element(name: string, values: Record<string, string | number>, kind: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, typeof value === "number" ? value.toFixed(1) : value);
  made.setAttribute("class", kind);
  return made;
}

function line(a: Spot, b: Spot, kind: string): SVGElement {
  return element("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y }, kind);
}

function dot(at: Spot): SVGElement {
  return element("circle", { cx: at.x, cy: at.y, r: 3 }, "head");
}

function arrow(at: Spot, ux: number, uy: number): SVGElement {
  const left = { x: at.x + 9 * ux - 2.6 * uy, y: at.y + 9 * uy + 2.6 * ux }, right = { x: at.x + 9 * ux + 2.6 * uy, y: at.y + 9 * uy - 2.6 * ux };
  const points = [at, left, right].map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(" ");
  return element("polygon", { points }, "head");
}

function written(label: Label): SVGElement[] {
  const text = element("text", { x: label.x, y: label.y }, "number");
  text.textContent = label.text;
  return [element("rect", { x: label.x - label.width / 2, y: label.y - HEIGHT / 2, width: label.width, height: HEIGHT, rx: 11 }, "plate"), text];
}

/** Hands on the picture: one finger or the mouse turns, two pinch and tilt, keys do both. The page still scrolls. */

import type { ViewName } from "./camera";
import type { Stage } from "./stage";

export interface Hands {
  /** A tap that was no drag, in pixels of the canvas. */
  tap(x: number, y: number, coarse: boolean): void;
  view(name: ViewName): void;
  home(): void;
  /** The user moved the camera himself. */
  moved(): void;
}

const TURN = 0.0075;
const SLOP = { mouse: 4, touch: 9 };
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.13, 0], ArrowRight: [0.13, 0], ArrowUp: [0, 0.11], ArrowDown: [0, -0.11],
};
const NUMBERS: Readonly<Record<string, ViewName>> = { 1: "three_quarter", 2: "front", 3: "profile", 4: "back" };

/** Listens on a `canvas` of `stage` until `signal` says no. */
export function listen(canvas: HTMLCanvasElement, stage: Stage, hands: Hands, signal: AbortSignal): void {
  const { camera } = stage, down = new Map<number, { x: number; y: number }>();
  let travelled = 0, pinch = 0, middle = 0, speed = { azimuth: 0, elevation: 0 }, last = 0;
  const on = <K extends keyof HTMLElementEventMap>(name: K, act: (event: HTMLElementEventMap[K]) => void) =>
    canvas.addEventListener(name, act, { signal, passive: false });

  on("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    canvas.setPointerCapture(event.pointerId);
    stage.held = true;
    camera.stop();
    if (down.size === 1) travelled = 0;
    [pinch, middle] = spread(down);
  });
  on("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const dx = event.clientX - before.x, dy = event.clientY - before.y;
    if (down.size === 1) {
      travelled += Math.hypot(dx, dy);
      if (travelled < (event.pointerType === "mouse" ? SLOP.mouse : SLOP.touch)) {
        return;
      }
    }
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (down.size === 1) {
      speed = { azimuth: -dx * TURN, elevation: dy * TURN };
      last = performance.now();
      camera.turn(speed.azimuth, speed.elevation);
    } else if (down.size === 2) {
      travelled = Infinity;
      const [now, at] = spread(down);
      if (pinch > 0 && now > 0) camera.zoom(pinch / now);
      camera.turn(0, (at - middle) * TURN);
      [pinch, middle] = [now, at];
    }
    hands.moved();
    stage.ask();
  });
  const up = (event: PointerEvent, cancelled: boolean) => {
    if (!down.delete(event.pointerId)) return;
    [pinch, middle] = spread(down);
    if (down.size) return;
    stage.held = false;
    const slop = event.pointerType === "mouse" ? SLOP.mouse : SLOP.touch;
    if (!cancelled && travelled < slop) {
      const box = canvas.getBoundingClientRect();
      hands.tap(event.clientX - box.left, event.clientY - box.top, event.pointerType !== "mouse");
    } else if (!cancelled && Number.isFinite(travelled) && performance.now() - last < 60) {
      camera.turn(speed.azimuth, speed.elevation, true);
    }
    stage.ask();
  };
  on("pointerup", (event) => up(event, false));
  on("pointercancel", (event) => up(event, true));

  on("wheel", (event) => {
    // the wheel scrolls the page unless the picture was chosen, or fingers pinch on a trackpad
    const root = canvas.getRootNode() as Document | ShadowRoot;
    if (!event.ctrlKey && !event.metaKey && root.activeElement !== canvas) return;
    event.preventDefault();
    const pixels = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    camera.zoom(Math.exp(Math.max(-80, Math.min(80, pixels)) * (event.ctrlKey ? 0.01 : 0.0022)));
    hands.moved();
    stage.ask();
  });
  on("dblclick", () => hands.home());
  on("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const turn = KEYS[event.key], view = NUMBERS[event.key];
    if (turn) {
      camera.turn(...turn);
      hands.moved();
    } else if (event.key === "+" || event.key === "=") camera.zoom(0.88);
    else if (event.key === "-" || event.key === "_") camera.zoom(1 / 0.88);
    else if (view) hands.view(view);
    else if (event.key === "Home") hands.home();
    else return;
    event.preventDefault();
    stage.ask();
  });
}

/** How far two fingers are apart, and how high their middle is. */
function spread(down: ReadonlyMap<number, { x: number; y: number }>): [number, number] {
  const [a, b] = [...down.values()];
  return a && b ? [Math.hypot(a.x - b.x, a.y - b.y), (a.y + b.y) / 2] : [0, 0];
}

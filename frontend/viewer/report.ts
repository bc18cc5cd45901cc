/** The times of one change, told once its picture is there. */

import type { Loaded } from "./loading";
import type { Stage } from "./stage";
import type { Drawn } from "./types";

/** Draws on `stage`, waits for the picture so that the time is true, and says how long it took since `began`. */
export function drawnNow(stage: Stage, loaded: Loaded, began: number, before: number): Drawn {
  stage.draw();
  const gl = stage.renderer?.getContext();
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  const now = performance.now();
  return {
    scene: loaded.scene.key, fetch_ms: loaded.fetch_ms, parse_ms: loaded.parse_ms, draw_ms: now - before, total_ms: now - began,
    bytes: loaded.bytes, reused: loaded.reused,
  };
}

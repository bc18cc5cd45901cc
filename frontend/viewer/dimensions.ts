/** The overall dimensions of what is shown, named where there is room for words. */

import { Vector3, type Box3, type PerspectiveCamera } from "three";
import { quantity } from "./numbers";
import { overall, type Mark } from "./overlay";
import type { Texts } from "./texts";
import type { Language } from "./types";

/** On a stage wider than this, px, each dimension has its name. */
const ROOM = 560;

/** Of a `box` in mm, Y up, on a stage `width` pixels wide. */
export function dimensions(box: Box3, camera: PerspectiveCamera, width: number, texts: Texts, language: Language): Mark[] {
  const { x, y, z } = box.getSize(new Vector3());
  const words = (name: "width" | "height" | "depth", value: number) =>
    `${width > ROOM ? `${texts.say(name)} ` : ""}${quantity(value, "mm", 2, language)}`;
  return overall(box, camera, [words("width", x), words("height", z), words("depth", y)]);
}

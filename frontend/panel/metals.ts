/** Metals and colours of small samples, drawn with CSS gradients. */

import type { Colour } from "./data";

/** What a finish without a colour of its own is shown on: the grey of steel. */
const NEUTRAL: Colour = [0.77, 0.78, 0.79];

function css([r, g, b]: Colour, light: number): string {
  // towards white or black, as light falls on metal
  const to = light > 0 ? 1 : 0;
  const share = Math.abs(light);
  return `rgb(${[r, g, b].map((each) => Math.round((each + (to - each) * share) * 255)).join(" ")})`;
}

/** Style of a sample: polished, satin, brushed or blasted metal, or a plain colour if `finish` is empty. */
export function swatch(colour: Colour | null, finish: string): string {
  const base = colour ?? NEUTRAL;
  const at = (light: number): string => css(base, light);
  return `background:${(LAYERS[finish] ?? plain)(at)}`;
}

type Shade = (light: number) => string;

const LAYERS: Record<string, (at: Shade) => string> = { polished, brushed, satin, blasted };

/** Sharp reflections around: a mirror. */
function polished(at: Shade): string {
  return `radial-gradient(circle at 50% 50%,transparent 62%,rgb(0 0 0/.16) 100%),conic-gradient(from 20deg,${[
    [-0.42, 0], [0.72, 9], [0.1, 16], [-0.18, 27], [0.34, 37], [0.86, 45], [-0.05, 53], [-0.5, 64], [0.2, 74], [0.6, 82],
    [-0.12, 91], [-0.42, 100]].map(([light, stop]) => `${at(light ?? 0)} ${stop}%`).join(",")})`;
}

/** Fine lines in one direction, and a soft sheen across them. */
function brushed(at: Shade): string {
  return `repeating-linear-gradient(90deg,rgb(255 255 255/.17) 0 1px,transparent 1px 2px,rgb(0 0 0/.1) 2px 3px,transparent 3px 5px),`
    + `linear-gradient(180deg,${at(-0.26)},${at(0.12)} 26%,${at(0.46)} 46%,${at(0.08)} 64%,${at(-0.3)})`;
}

function satin(at: Shade): string {
  return `linear-gradient(160deg,${at(-0.22)},${at(0.3)} 40%,${at(0.04)} 66%,${at(-0.24)})`;
}

/** Dull, with the grain of the beads. */
function blasted(at: Shade): string {
  return `radial-gradient(rgb(255 255 255/.3) .6px,transparent .9px) 0 0/3px 3px,`
    + `radial-gradient(rgb(0 0 0/.16) .6px,transparent .9px) 1.5px 1.5px/3px 3px,`
    + `linear-gradient(160deg,${at(0.1)},${at(-0.06)} 55%,${at(-0.2)})`;
}

/** Lacquer: its colour, with a little light from above. */
function plain(at: Shade): string {
  return `radial-gradient(circle at 38% 28%,${at(0.26)},${at(0.04)} 46%,${at(-0.14)})`;
}

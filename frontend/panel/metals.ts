/** Metals and colours of small samples, drawn with CSS gradients. */

import type { Colour, Option } from "./data";

/** What a finish without a colour of its own is shown on: the grey of steel. */
const NEUTRAL: Colour = [0.77, 0.78, 0.79];

function css([r, g, b]: Colour, light: number): string {
  // towards white or black, as light falls on metal
  const to = light > 0 ? 1 : 0;
  const share = Math.abs(light);
  return `rgb(${[r, g, b].map((each) => Math.round((each + (to - each) * share) * 255)).join(" ")})`;
}

/** Style of an option's sample: metal with its finish (polished if it has none), or a plain colour. */
export function swatch({ colour, finish, metallic = 0 }: Option): string {
  const at = (light: number): string => css(colour ?? NEUTRAL, light);
  const layers = LAYERS[finish] ?? (metallic === 1 ? polished : plain);
  return `background:${layers(at)}`;
}

type Shade = (light: number) => string;

const LAYERS: Record<string, (at: Shade) => string> = { polished, brushed, satin, blasted };

/** A mirror: sky above, a crisp horizon, and light thrown back from below. */
function polished(at: Shade): string {
  return `radial-gradient(circle at 50% 50%,transparent 60%,rgb(0 0 0/.2) 100%),`
    + `radial-gradient(ellipse 60% 34% at 34% 22%,rgb(255 255 255/.5),transparent 70%),linear-gradient(158deg,${[
      [0, 0], [0.2, 16], [0.66, 33], [0.34, 43], [-0.08, 51], [-0.46, 57], [-0.3, 67], [0.02, 80], [0.34, 93], [0.1, 100]]
      .map(([light, stop]) => `${at(light ?? 0)} ${stop}%`).join(",")})`;
}

/** Fine lines in one direction, and a soft sheen across them. */
function brushed(at: Shade): string {
  return `repeating-linear-gradient(90deg,rgb(255 255 255/.16) 0 .5px,transparent .5px 1.5px,rgb(0 0 0/.07) 1.5px 2px,transparent 2px 3.5px),`
    + `repeating-linear-gradient(90deg,transparent 0 5px,rgb(0 0 0/.05) 5px 6px,transparent 6px 11px,rgb(255 255 255/.1) 11px 12px),`
    + `linear-gradient(176deg,${at(-0.22)},${at(0.06)} 24%,${at(0.42)} 45%,${at(0.1)} 62%,${at(-0.28)})`;
}

function satin(at: Shade): string {
  return `linear-gradient(160deg,${at(-0.2)},${at(0.32)} 40%,${at(0.04)} 66%,${at(-0.24)})`;
}

/** Dull, with the grain of the beads. */
function blasted(at: Shade): string {
  return `radial-gradient(rgb(255 255 255/.2) .4px,transparent .8px) 0 0/3px 4px,`
    + `radial-gradient(rgb(0 0 0/.12) .5px,transparent .9px) 1px 2px/5px 3px,`
    + `radial-gradient(rgb(0 0 0/.1) .4px,transparent .8px) 2px 1px/7px 5px,`
    + `linear-gradient(160deg,${at(0.08)},${at(-0.05)} 55%,${at(-0.16)})`;
}

/** Lacquer: its colour, with a little light from above. */
function plain(at: Shade): string {
  return `linear-gradient(150deg,${at(0.16)},${at(0)} 42%,${at(-0.1)})`;
}

/** Symbols of geometrical characteristics (ISO 1101), 20 x 20, drawn: few typefaces have letters for them. */

import { nothing, svg, type SVGTemplateResult } from "lit-html";

const PATHS: Readonly<Record<string, string>> = {
  straightness: "M3 10h14",
  flatness: "M2 15 6 5h12l-4 10z",
  roundness: "M16 10a6 6 0 1 1-12 0 6 6 0 0 1 12 0z",
  cylindricity: "M14 10a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM2 17 8 3M12 17l6-14",
  parallelism: "M5 17 10 3M10 17l5-14",
  perpendicularity: "M3 16h14M10 16V4",
  angularity: "M17 16H3L14 5",
  position: "M15 10a5 5 0 1 1-10 0 5 5 0 0 1 10 0zM10 2v16M2 10h16",
  coaxiality: "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0z",
  runout: "M4 16 16 4M9.5 4H16v6.5",
  profile: "M3 14a7 7 0 0 1 14 0z",
};

/** The symbol of a kind; nothing for sizes, threads and roughness. */
export function symbol(kind: string): SVGTemplateResult | typeof nothing {
  const path = PATHS[kind];
  return path ? svg`<svg class="symbol" viewBox="0 0 20 20" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.4"
    stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${path}></path></svg>` : nothing;
}

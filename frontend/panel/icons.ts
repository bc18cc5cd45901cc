/** Small drawings of the panel, 20 x 20, in the colour of the text around them. */

import { svg, type SVGTemplateResult } from "lit-html";

const drawn = (paths: string): SVGTemplateResult => svg`<svg class="icon" viewBox="0 0 20 20" width="20" height="20"
  fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
  focusable="false"><path d=${paths}></path></svg>`;

export const UNDO = drawn("M7 4 3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8");
export const REDO = drawn("M13 4l3.5 3.5L13 11M16 7.5H8.5a4.5 4.5 0 0 0 0 9H12");
export const RESET = drawn("M15.8 8A6.2 6.2 0 1 0 16 11.5M16.2 3.8V8H12");
export const MINUS = drawn("M5 10h10");
export const PLUS = drawn("M5 10h10M10 5v10");
export const CLOSE = drawn("M5.5 5.5l9 9M14.5 5.5l-9 9");
export const CHECK = drawn("M4.5 10.5l3.7 3.7 7.3-8");
/** Something else would be given in exchange. */
export const EXCHANGE = drawn("M4 7.5h11.5M12.5 4.5l3 3-3 3M16 12.5H4.5M7.5 9.5l-3 3 3 3");
/** Held by the customer. */
export const PIN = drawn("M10 12.5V17M6 12.5h8l-1.5-3V4.5h-5v5zM6.5 4.5h7");
export const INFO = drawn("M10 9v5M10 6.2v.1M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z");

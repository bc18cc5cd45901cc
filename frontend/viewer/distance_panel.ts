/** The legend of distances: the scale with its numbers, the figures of all, and what was read at a place. */

import { STOPS } from "./deviation.glsl";
import type { Texts } from "./texts";

export interface Legend {
  /** Written on it, evenly spaced. */
  readonly ticks: readonly string[];
  readonly summary: string;
  /** What 0 means. */
  readonly offset: string;
}

export class DistancePanel {
  readonly element = element("div", "panel distance");
  private readonly read = element("p", "read");

  /** `furthest`: somebody wants to be shown where the distance is greatest. */
  constructor(legend: Legend, private readonly texts: Texts, furthest: () => void) {
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", texts.say("distance"));
    const scale = element("div", "scale"), ticks = element("div", "ticks"), ends = element("div", "ends"), last = element("div", "last");
    scale.style.background = `linear-gradient(to right, ${STOPS.map((stop) => `rgb(${stop.join(" ")})`).join(", ")})`;
    scale.setAttribute("role", "img");
    scale.setAttribute("aria-label", texts.say("distance_scale", { low: legend.ticks[0] ?? "", high: legend.ticks.at(-1) ?? "" }));
    for (const each of legend.ticks) ticks.append(element("span", "", each));
    ticks.setAttribute("aria-hidden", "true"); // the scale's name says it
    ends.append(element("span", "", texts.say("distance_in")), element("span", "", legend.offset), element("span", "", texts.say("distance_out")));
    this.read.setAttribute("role", "status");
    const button = element("button", "", texts.say("distance_furthest"));
    button.type = "button";
    button.addEventListener("click", furthest);
    last.append(this.read, button);
    this.element.append(element("p", "summary", legend.summary), scale, ticks, ends, last);
  }

  /** What was read last; a hint if nothing was. */
  say(read: string): void {
    this.read.textContent = read || this.texts.say("distance_hint");
  }
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, kind: string, words = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.textContent = words;
  return made;
}

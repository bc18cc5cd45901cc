/** The small panels above the bar: where the section is, and what stands beside the product. */

import type { Direction } from "./section";
import { quantity } from "./numbers";
import type { Texts } from "./texts";
import type { Language, ViewerData } from "./types";

export type BesideChoice = "none" | "coin" | "wrist";

const DIRECTIONS: readonly Direction[] = ["along", "across", "level"];

/** A row of buttons of which one is pressed. */
function choice<T extends string>(options: readonly (readonly [T, string])[], chosen: T, take: (value: T) => void): HTMLDivElement {
  const row = document.createElement("div");
  row.className = "choice";
  for (const [value, label] of options) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-pressed", String(value === chosen));
    button.addEventListener("click", () => {
      for (const each of row.children) each.setAttribute("aria-pressed", String(each === button));
      take(value);
    });
    row.append(button);
  }
  return row;
}

export interface SectionState { direction: Direction; position: number; flipped: boolean }

/** Direction, place and side of the cut. */
export function sectionPanel(state: SectionState, texts: Texts, changed: (state: SectionState) => void): HTMLElement {
  const panel = document.createElement("div"), slider = document.createElement("input");
  panel.className = "panel";
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", texts.say("section"));
  Object.assign(slider, { type: "range", min: "0", max: "1", step: "0.002", value: String(state.position) });
  slider.setAttribute("aria-label", texts.say("section_position"));
  slider.addEventListener("input", () => changed(state = { ...state, position: Number(slider.value) }));
  const flip = document.createElement("button");
  flip.type = "button";
  flip.textContent = texts.say("section_flip");
  flip.setAttribute("aria-pressed", String(state.flipped));
  flip.addEventListener("click", () => {
    state = { ...state, flipped: !state.flipped };
    flip.setAttribute("aria-pressed", String(state.flipped));
    changed(state);
  });
  const ways = choice(DIRECTIONS.map((each) => [each, texts.say(`section_${each}`)] as const), state.direction,
                      (direction) => changed(state = { ...state, direction }));
  ways.append(flip);
  panel.append(ways, slider);
  return panel;
}

/** Nothing, a coin or a wrist. */
export function besidePanel(chosen: BesideChoice, beside: NonNullable<ViewerData["beside"]>, texts: Texts, language: Language,
                            take: (value: BesideChoice) => void): HTMLElement {
  const panel = document.createElement("div");
  panel.className = "panel";
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", texts.say("beside"));
  const options: (readonly [BesideChoice, string])[] = [["none", texts.say("beside_none")]];
  if (beside.coin) options.push(["coin", texts.say("beside_coin", { name: beside.coin.name })]);
  if (beside.wrist) options.push(["wrist", texts.say("beside_wrist", { size: quantity(beside.wrist.circumference, "mm", 0, language) })]);
  panel.append(choice(options, chosen, take));
  return panel;
}

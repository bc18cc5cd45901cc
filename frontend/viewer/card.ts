/** The card that says what is picked or measured, and the small panels of the tools. */

import { icon } from "./icons";
import { between, type Measured } from "./measure";
import { exact, quantity } from "./numbers";
import { gauge, type Pick } from "./picking";
import type { Texts, TextKey } from "./texts";
import type { EdgeRow, FaceRow, Language } from "./types";

type Line = readonly [string, string];

/** The lines about one pick. */
export function about(pick: Pick, texts: Texts, language: Language): { title: string; lines: Line[] } {
  const lines: Line[] = [], { row } = pick;
  const known = (key: TextKey, value: number | null | undefined, write: (value: number) => string) => {
    if (typeof value === "number" && Number.isFinite(value)) lines.push([texts.say(key), write(value)]);
  };
  const length = (value: number) => exact(value, language);
  let kind: string;
  if (pick.kind === "face") {
    const face = row as FaceRow, named = `face_${face.type}`;
    kind = texts.say(["face_plane", "face_cylinder", "face_cone", "face_sphere", "face_torus"].includes(named) ? named as TextKey : "face_other");
    known("diameter", face.diameter_mm, (value) => `⌀\u202f${length(value)}`);
    known("ring_diameter", face.ring_diameter_mm, (value) => `⌀\u202f${length(value)}`);
    known("half_angle", face.half_angle_deg, (value) => quantity(value, "°", 2, language));
    known("area", face.area_mm2, (value) => quantity(value, "mm²", 2, language));
  } else {
    const edge = row as EdgeRow, named = `edge_${edge.type}`;
    kind = texts.say(["edge_line", "edge_circle", "edge_ellipse"].includes(named) ? named as TextKey : "edge_curve");
    known("diameter", edge.diameter_mm, (value) => `⌀\u202f${length(value)}`);
    if (edge.diameters_mm) lines.push([texts.say("diameter"), edge.diameters_mm.map((value) => `⌀\u202f${length(value)}`).join(" × ")]);
    known("length", edge.length_mm, length);
  }
  return { title: `${pick.shown.part.label} · ${kind}`, lines };
}

/** What is between two picks, in words. */
export function measured(picks: readonly [Pick, Pick], texts: Texts, language: Language): { title: string; lines: Line[]; result: Measured; short: string } {
  const [a, b] = picks, result = between(gauge(a), gauge(b), a.point, b.point), lines: Line[] = [];
  const distance = result.distance === null ? null : exact(result.distance, language);
  const angle = result.angle === null ? null : quantity(result.angle, "°", 2, language);
  if (distance !== null) lines.push([texts.say(result.kind), distance]);
  if (angle !== null) lines.push([texts.say("angle"), angle]);
  return { title: `${a.shown.part.label} – ${b.shown.part.label}`, lines, result, short: distance ?? angle ?? "" };
}

export class Card {
  readonly element = document.createElement("section");

  constructor(private readonly texts: Texts, private readonly clear: () => void) {
    this.element.className = "facts";
    this.element.setAttribute("aria-live", "polite");
    this.element.hidden = true;
  }

  hide(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  hint(sentence: string): void {
    const words = document.createElement("p");
    words.textContent = sentence;
    this.element.replaceChildren(words);
    this.element.hidden = false;
  }

  show(title: string, lines: readonly Line[], hint = ""): void {
    const heading = document.createElement("h2"), list = document.createElement("dl"), close = document.createElement("button");
    heading.textContent = title;
    for (const [name, value] of lines) {
      const term = document.createElement("dt"), told = document.createElement("dd");
      term.textContent = name;
      told.textContent = value;
      list.append(term, told);
    }
    close.type = "button";
    close.title = this.texts.say("clear");
    close.setAttribute("aria-label", this.texts.say("clear"));
    close.append(icon("close"));
    close.addEventListener("click", this.clear);
    const words = document.createElement("p");
    words.textContent = hint;
    this.element.replaceChildren(heading, close, ...(lines.length ? [list] : []), ...(hint ? [words] : []));
    this.element.hidden = false;
  }
}

/** Values as a customer reads them, and what the last completion moved. */

import type { Control, Data, Value } from "./data";
import { valueAt, written } from "./numbers";
import type { Say } from "./texts";

/** A control's value, with its unit, in the language of `data`. `value`: another one than that on screen. */
export function told(data: Data, control: Control, say: Say, value?: Value): string {
  switch (control.kind) {
    case "number": {
      const number = typeof value === "number" ? value : valueAt(control.number, control.number.at);
      return written(control.number, number, data.language);
    }
    case "choice": {
      const name = value ?? control.choice.at;
      return control.choice.options.find((each) => each.name === name)?.label ?? String(name);
    }
    case "flag":
      return say((value ?? control.flag.at) ? "yes" : "no");
    case "text": {
      const words = String(value ?? control.text.value);
      return words ? say("words", { words }) : say("nothing");
    }
  }
}

/** The value that stands there. */
export function valueOf(control: Control): Value {
  switch (control.kind) {
    case "number": return valueAt(control.number, control.number.at);
    case "choice": return control.choice.at;
    case "flag": return control.flag.at;
    case "text": return control.text.value;
  }
}

/** Sentences on what has become the customer's own without a change of its value, which nobody would hear of else. */
export function kept(old: Data, now: Data, say: Say): string[] {
  return Object.entries(now.parameters).flatMap(([name, control]) => {
    const was = old.parameters[name];
    return was && !was.own && control.own && valueOf(was) === valueOf(control) ? [`${control.label}: ${say("own")}`] : [];
  });
}

export interface Move {
  readonly name: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Parameters that the completion has changed between two data, in the order of the page. */
export function moves(old: Data, now: Data, say: Say): Move[] {
  const found: Move[] = [];
  for (const name of now.groups.flatMap((group) => group.parameters)) {
    const control = now.parameters[name];
    const was = old.parameters[name];
    if (!control?.moved || !was) continue;
    const before = told(old, was, say);
    const after = told(now, control, say);
    if (before !== after) found.push({ name, label: control.label, before, after });
  }
  return found;
}

/** What a control needs of the panel around it. */

import type { Data, Sent, Value } from "./data";
import type { Say } from "./texts";

/** What is on a control's mind between two data of the page. */
export interface Local {
  /** Index under the finger while a slider is dragged. */
  drag: number | null;
  /** What is being typed; null if nothing is. */
  draft: string | null;
  /** What is said at once, without the page, about what was typed. */
  note: Note | null;
  /** The last wish that was sent, kept so that it can be shown where it lies if it is not possible. */
  wished: Value | null;
  /** Whether the last movement of the slider came from a key. */
  keyed: boolean;
  /** Name of the option that takes the focus in a group of options. */
  focus: string | null;
}

export interface Note {
  readonly sentence: string;
  readonly choices: readonly { readonly label: string; readonly value: Value }[];
}

export interface Desk {
  readonly data: Data;
  readonly say: Say;
  /** The value to show: the customer's wish as long as its answer is on the way, else what the page says. */
  shown<T extends Value>(name: string, given: T): T;
  /** Whether an answer for this control is on its way. */
  busy(name: string): boolean;
  local(name: string): Local;
  /** Whether the page's answer to a wish is open under this control. */
  answers(name: string): boolean;
  /** Shows a wish at once and sends it after `delay` ms, unless a newer one replaces it until then. */
  choose(name: string, value: Value, delay?: number): void;
  /** Sends a wish that still waits for its delay. */
  flush(name: string): void;
  send<K extends keyof Sent>(kind: K, what: Sent[K]): void;
  redraw(): void;
}

/** A fresh Local. */
export function fresh(): Local {
  return { drag: null, draft: null, note: null, wished: null, keyed: false, focus: null };
}

/**
 * Sends one thing at a time: the page gets the next one when it has answered the last, because two of the same kind that
 * reach Streamlit before it runs become one.
 */

import type { Sent } from "./data";

/** After this many ms without new data they are taken to be the same as before: equal data are not delivered twice. */
const PATIENCE = 6000;

interface Waiting {
  readonly kind: keyof Sent;
  readonly what: Sent[keyof Sent];
  readonly turn: number;
}

export class Outbox {
  private readonly waiting: Waiting[] = [];
  private flying: Waiting | null = null;
  private timer = 0;

  /** `turn`: the last one that the page knows. `pass` hands one thing to the page; `silent`: nothing came of it. */
  constructor(private turn: number, private readonly pass: (kind: keyof Sent, what: object) => void,
    private readonly silent: () => void) {}

  /** Takes something to send and returns its turn. A newer choice of the same parameter replaces one that still waits. */
  put<K extends keyof Sent>(kind: K, what: Sent[K]): number {
    const turn = ++this.turn;
    const same = this.waiting.findIndex((each) => each.kind === kind && nameOf(each.what) === nameOf(what));
    if (same >= 0 && nameOf(what) !== null) this.waiting.splice(same, 1);
    this.waiting.push({ kind, what, turn });
    this.next();
    return turn;
  }

  /** New data have come; `answered` is the last turn they answer, if the page tells it. What they settle: up to which turn,
   * and the kind of what was last on its way. */
  settle(answered: number | undefined): { turn: number; kind: keyof Sent | null } {
    const turn = answered ?? this.flying?.turn ?? 0;
    if (!this.flying || this.flying.turn > turn) return { turn, kind: null };
    const { kind } = this.flying;
    this.flying = null;
    this.next();
    return { turn, kind };
  }

  /** Sends the next thing though the last one was not answered. */
  release(): void {
    this.flying = null;
    this.next();
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private next(): void {
    if (this.flying) return;
    clearTimeout(this.timer);
    const first = this.waiting.shift();
    if (!first) return;
    this.flying = first;
    this.timer = setTimeout(this.silent, PATIENCE);
    this.pass(first.kind, { ...first.what, turn: first.turn });
  }
}

function nameOf(what: object): string | null {
  return "name" in what ? String(what.name) : null;
}

/**
 * Sends one thing at a time: the page gets the next one when it has answered the last, because two of the same kind that
 * reach Streamlit before it runs become one.
 */

import type { Sent } from "./data";

/**
 * After this many ms without new data they are taken to be the same as before (equal data are not delivered twice) or, where
 * the page tells turns, what was sent is taken for lost and sent again: the connection may have been away. Then twice as long.
 */
const PATIENCE = 6000, LONGEST = 48_000;

interface Waiting {
  readonly kind: keyof Sent;
  readonly what: Sent[keyof Sent];
  readonly turn: number;
}

export class Outbox {
  private readonly waiting: Waiting[] = [];
  private flying: Waiting | null = null;
  private timer = 0;
  private answered = 0;

  /**
   * `turn`: the last one that the page knows. `pass` hands one thing to the page, which does nothing twice for one turn;
   * `silent`: nothing came of it, and whether to send it again.
   */
  constructor(private turn: number, private readonly pass: (kind: keyof Sent, what: object) => void,
    private readonly silent: () => boolean) {
    this.answered = turn;
  }

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
    const forgotten = turn < this.answered; // another server than before, which has not heard of what is on its way
    this.answered = turn;
    if (!this.flying || this.flying.turn > turn) {
      if (this.flying && forgotten) this.send(this.flying, PATIENCE);
      return { turn, kind: null };
    }
    const { kind } = this.flying;
    this.flying = null;
    this.next();
    return { turn, kind };
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
    this.send(first, PATIENCE);
  }

  private send(one: Waiting, patience: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.flying === one && this.silent()) this.send(one, Math.min(2 * patience, LONGEST));
    }, patience);
    this.pass(one.kind, { ...one.what, turn: one.turn });
  }
}

function nameOf(what: object): string | null {
  return "name" in what ? String(what.name) : null;
}

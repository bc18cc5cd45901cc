/** Brings scenes: one at a time, the last wish wins, a lost connection is tried again. */

import { LoadFailed, Loader, type Loaded } from "./loading";
import type { Language } from "./types";

export interface ShapeEvents {
  waiting(): void;
  /** Nothing is on its way. */
  still(): void;
  /** It is there; the promise ends when it is drawn. */
  came(loaded: Loaded, began: number): void;
  failed(error: LoadFailed, again: (() => void) | null): void;
  /** The server does not know the scene any more. */
  missing(scene: string): void;
}

const BACKOFF_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];

export class Shape {
  readonly loader = new Loader();
  private address: string | null = null;
  private state: "none" | "loading" | "shown" | "failed" | "missing" = "none";
  private stop: AbortController | null = null;
  private timer = 0;
  private tries = 0;
  private language: Language = "en";
  private asked = 0;

  constructor(private readonly events: ShapeEvents) {
    addEventListener("online", this.online);
  }

  /** Wants the scene at `address`. Asking again for what is shown or under way does nothing. */
  want(address: string | null, language: Language): void {
    this.language = language;
    if (address === this.address && this.state !== "missing") return;
    this.address = address;
    this.tries = 0;
    this.asked = performance.now();
    this.start();
  }

  /** Says again that a shape is on its way, or that none is. */
  sign(): void {
    if (this.state === "loading") this.events.waiting();
    else this.events.still();
  }

  private start(): void {
    clearTimeout(this.timer);
    this.stop?.abort();
    const { address } = this;
    if (address === null) {
      this.state = "none";
      return;
    }
    const stop = this.stop = new AbortController();
    this.state = "loading";
    this.events.waiting();
    this.loader.load(address, this.language, stop.signal).then((loaded) => {
      if (stop.signal.aborted) return;
      this.state = "shown";
      this.tries = 0;
      this.events.came(loaded, this.asked);
    }).catch((error: unknown) => {
      if (stop.signal.aborted) return;
      stop.abort(); // what else of this scene is under way is not wanted either
      const failure = error instanceof LoadFailed ? error : new LoadFailed("broken", null, true);
      if (!(error instanceof LoadFailed)) console.error(error);
      this.asked = performance.now();
      if (failure.kind === "missing") {
        this.state = "missing";
        this.events.missing(address);
        if (!failure.sentence) return;
      } else {
        this.state = "failed";
      }
      if (failure.kind === "connection") {
        const wait = BACKOFF_MS[Math.min(this.tries, BACKOFF_MS.length - 1)]!;
        this.tries += 1;
        this.timer = window.setTimeout(() => this.start(), wait * (0.8 + 0.4 * Math.random()));
      }
      this.events.failed(failure, failure.retry || failure.kind === "connection" ? () => this.start() : null);
    });
  }

  private readonly online = (): void => {
    if (this.state === "failed") this.start();
  };

  dispose(): void {
    removeEventListener("online", this.online);
    clearTimeout(this.timer);
    this.stop?.abort();
  }
}

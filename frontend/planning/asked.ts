/** An answer of the server that is asked for anew whenever its address changes; the last one stays meanwhile. */

/** ms after a change: the shape on the stage goes first, and once it is drawn its viewer says so. */
const REST = 5000;
/** ms until a busy or lost server is asked again, and how often that is done. */
const AGAIN = 2500, TIMES = 24;

export interface Failure { readonly sentence: string | null; readonly lost: boolean }

export class Asked<T> {
  answer: T | null = null;
  failure: Failure | null = null;
  /** Whether what is shown is no longer, or not yet, what is asked for. */
  waiting = false;
  private address = "";
  private timer = 0;
  private times = 0;
  private resting = false;
  private gone = new AbortController();

  constructor(private readonly language: () => string, private readonly changed: () => void) {}

  /** The answer at `address` is wanted; nothing happens if it is the one that was wanted last. */
  want(address: string, rest = REST): void {
    if (address === this.address) return;
    this.address = address;
    this.times = 0;
    this.begin(rest);
  }

  /** What is still at rest is asked for now. */
  wake(): void {
    if (!this.resting) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.fetch(), 0);
  }

  /** Asks once more. */
  again(): void {
    this.times = 0;
    this.begin(0);
  }

  /** Forgets what was asked and answered. */
  forget(): void {
    clearTimeout(this.timer);
    this.gone.abort();
    this.address = "";
    this.answer = this.failure = null;
    this.waiting = this.resting = false;
  }

  private begin(rest: number): void {
    clearTimeout(this.timer);
    this.gone.abort();
    this.waiting = this.resting = true;
    this.failure = null;
    this.timer = window.setTimeout(() => void this.fetch(), rest);
    this.changed();
  }

  private async fetch(): Promise<void> {
    this.resting = false;
    const gone = this.gone = new AbortController();
    let failure: Failure | null = null, later = false;
    try {
      const response = await fetch(new URL(this.address, document.baseURI), { signal: gone.signal, credentials: "same-origin" });
      if (response.ok) {
        this.answer = await response.json() as T;
      } else {
        const told = await response.json().catch(() => null) as { error?: { sentences?: Record<string, string>; retry?: boolean } } | null;
        later = told?.error?.retry ?? [502, 503, 504].includes(response.status);
        failure = { sentence: told?.error?.sentences?.[this.language()] ?? null, lost: false };
      }
    } catch {
      later = true;
      failure = { sentence: null, lost: true };
    }
    if (gone.signal.aborted) return;
    if (failure && later && this.times < TIMES) {
      this.times += 1;
      this.timer = window.setTimeout(() => void this.fetch(), AGAIN);
      if (failure.lost) this.failure = failure;
    } else {
      this.failure = failure;
      this.waiting = false;
    }
    this.changed();
  }
}

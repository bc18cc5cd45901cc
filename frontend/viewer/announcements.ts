/** What the stage says quietly: a shape on its way, what went wrong, a note; and aloud, to a screen reader. */

import type { Texts } from "./texts";

const ALOUD_AFTER = 1000, SIGN_AFTER = 150;

export class Announcements {
  readonly element = document.createElement("div");
  private readonly sign = document.createElement("div");
  private readonly aloud = document.createElement("div");
  private readonly card = document.createElement("div");
  private readonly words = document.createElement("p");
  private readonly again = document.createElement("button");
  private timers: number[] = [];
  private said = false;
  private note: string | null = null;
  private failure: { sentence: string; retry: (() => void) | null } | null = null;

  constructor(private readonly texts: Texts) {
    this.element.className = "announcements";
    this.sign.className = "sign";
    this.sign.setAttribute("aria-hidden", "true");
    this.aloud.className = "aloud";
    this.aloud.setAttribute("role", "status");
    this.aloud.setAttribute("aria-live", "polite");
    this.card.className = "card";
    this.card.setAttribute("role", "status");
    this.card.hidden = true;
    this.again.type = "button";
    this.again.addEventListener("click", () => this.failure?.retry?.());
    this.card.append(this.words, this.again);
    this.element.append(this.sign, this.card, this.aloud);
  }

  /** A shape is on its way: a line runs soon, words come after a second. */
  waiting(): void {
    this.still();
    this.aloud.textContent = "";
    this.timers = [
      window.setTimeout(() => this.sign.classList.add("on"), SIGN_AFTER),
      window.setTimeout(() => {
        this.said = true;
        this.aloud.textContent = this.texts.say("on_its_way");
      }, ALOUD_AFTER),
    ];
  }

  /** It came, or is no longer wanted. */
  done(came: boolean): void {
    this.still();
    if (came) this.fail(null);
    this.aloud.textContent = came && this.said ? this.texts.say("arrived") : "";
    this.said = false;
  }

  /** Why nothing came; null takes the sentence away. */
  fail(sentence: string | null, retry: (() => void) | null = null): void {
    this.failure = sentence === null ? null : { sentence, retry };
    this.draw();
  }

  tell(note: string | null): void {
    this.note = note;
    this.draw();
  }

  private draw(): void {
    const sentence = this.failure?.sentence ?? this.note;
    this.card.hidden = !sentence;
    this.card.classList.toggle("failed", this.failure !== null);
    this.words.textContent = sentence ?? "";
    this.again.hidden = !this.failure?.retry;
    this.again.textContent = this.texts.say("retry");
  }

  private still(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
    this.sign.classList.remove("on");
  }

  dispose(): void {
    this.still();
  }
}

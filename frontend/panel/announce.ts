/** Tells screen readers what has changed elsewhere than under the focus. */

export class Announcer {
  readonly region = document.createElement("div");
  private timer = 0;

  constructor() {
    this.region.className = "unseen";
    this.region.setAttribute("role", "status");
    this.region.setAttribute("aria-live", "polite");
  }

  /** Says `sentence` politely; nothing if it is empty. */
  say(sentence: string): void {
    if (!sentence) return;
    this.region.textContent = "";
    clearTimeout(this.timer);
    // equal sentences are only read again if the region was empty for a moment
    this.timer = setTimeout(() => { this.region.textContent = sentence; }, 60);
  }
}

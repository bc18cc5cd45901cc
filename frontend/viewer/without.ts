/** What stands on the stage while the browser does not draw: a picture if there is one, a sentence, and a button to try again. */

import type { Why } from "./context";
import type { Texts } from "./texts";

export class Without {
  readonly element = document.createElement("div");
  private readonly picture = document.createElement("img");
  private readonly words = document.createElement("p");
  private readonly again = document.createElement("button");

  constructor(private readonly texts: Texts, again: () => void) {
    this.element.className = "without";
    this.words.setAttribute("role", "status");
    this.again.type = "button";
    this.again.addEventListener("click", again);
    this.element.append(this.picture, this.words, this.again);
    this.element.hidden = true;
  }

  /** `poster`: the address of a picture of `title`. */
  show(why: Why, poster: string | null, title: string): void {
    this.picture.hidden = !poster;
    if (poster) {
      this.picture.src = new URL(poster, document.baseURI).href;
      this.picture.alt = this.texts.say("poster", { title });
    }
    this.element.hidden = false;
    this.words.textContent = this.texts.say(why === "refused" ? "no_webgl" : "lost_webgl");
    this.again.textContent = this.texts.say("retry");
  }

  hide(): void {
    this.element.hidden = true;
    this.words.textContent = "";
  }
}

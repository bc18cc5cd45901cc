/** The bar of tools: one stop of the tab key, arrow keys within, pressed states told. */

import { icon } from "./icons";
import { VIEWS, type ViewName } from "./camera";
import type { Texts, TextKey } from "./texts";
import type { Tool } from "./types";

export type Action = { readonly kind: "view"; readonly view: ViewName } | { readonly kind: "tool"; readonly tool: Exclude<Tool, "views"> };

const ORDER = ["edges", "section", "dimensions", "beside", "turntable", "distance", "faces", "measure", "ar"] as const;

export class Toolbar {
  readonly element = document.createElement("div");
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private current = 0;
  private drawnFor = "";

  constructor(private readonly texts: Texts, private readonly act: (action: Action) => void) {
    this.element.className = "bar";
    this.element.setAttribute("role", "toolbar");
    this.element.addEventListener("keydown", this.key);
    this.element.addEventListener("focusin", (event) => {
      const at = this.list.indexOf(event.target as HTMLButtonElement);
      if (at >= 0) this.focusable(at);
    });
  }

  private get list(): HTMLButtonElement[] {
    return [...this.buttons.values()];
  }

  /** Offers `tools`. Nothing is made anew if nothing changed. */
  offer(tools: readonly Tool[], language: string): void {
    const wanted = `${language} ${tools.join()}`;
    if (wanted === this.drawnFor) return;
    this.drawnFor = wanted;
    const pressed = new Set([...this.buttons].filter(([, each]) => each.getAttribute("aria-pressed") === "true").map(([name]) => name));
    this.buttons.clear();
    this.element.setAttribute("aria-label", this.texts.say("toolbar"));
    const views = group(), others = group();
    if (tools.includes("views")) {
      for (const view of Object.keys(VIEWS) as ViewName[]) {
        const button = this.button(`view ${view}`, this.texts.say(`view_${view}`), { kind: "view", view });
        button.textContent = this.texts.say(`short_${view}`);
        // what is read aloud must hold what is seen; only a fraction is no word
        if (view !== "three_quarter") button.removeAttribute("aria-label");
        views.append(button);
      }
    }
    for (const tool of ORDER) {
      if (!tools.includes(tool)) continue;
      const button = this.button(tool, this.texts.say(tool as TextKey), { kind: "tool", tool });
      button.append(icon(tool));
      if (tool === "ar") button.removeAttribute("aria-pressed");
      if (pressed.has(tool)) button.setAttribute("aria-pressed", "true");
      others.append(button);
    }
    this.element.replaceChildren(...[views, others].filter((each) => each.childElementCount));
    this.element.hidden = !this.buttons.size;
    this.focusable(Math.min(this.current, this.buttons.size - 1));
  }

  press(tool: string, on: boolean): void {
    this.buttons.get(tool)?.setAttribute("aria-pressed", String(on));
  }

  /** Marks the view that is shown, or none. */
  showing(view: ViewName | null): void {
    for (const name of Object.keys(VIEWS)) this.press(`view ${name}`, name === view);
  }

  focus(tool: string): void {
    this.buttons.get(tool)?.focus();
  }

  private button(name: string, label: string, action: Action): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.title = label;
    button.setAttribute("aria-label", label);
    button.setAttribute("aria-pressed", "false");
    button.dataset["tool"] = name;
    button.addEventListener("click", () => this.act(action));
    this.buttons.set(name, button);
    return button;
  }

  private focusable(at: number): void {
    this.current = Math.max(0, at);
    this.list.forEach((button, each) => { button.tabIndex = each === this.current ? 0 : -1; });
  }

  private readonly key = (event: KeyboardEvent): void => {
    const list = this.list, last = list.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: this.current === last ? 0 : this.current + 1, ArrowLeft: this.current === 0 ? last : this.current - 1, Home: 0, End: last,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.focusable(to);
    list[to]?.focus();
  };
}

function group(): HTMLDivElement {
  const made = document.createElement("div");
  made.className = "group";
  return made;
}

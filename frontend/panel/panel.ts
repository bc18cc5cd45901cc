/** The panel: keeps the customer's wishes until they are answered, and draws everything again when something changes. */

import { render } from "lit-html";
import { Announcer } from "./announce";
import { answerKey, spoken } from "./answer";
import type { Component, Data, Sent, Value } from "./data";
import { type Desk, fresh, type Local } from "./desk";
import { page } from "./page";
import { Outbox } from "./outbox";
import style from "./style";
import { type Say, sayer } from "./texts";
import { kept, moves } from "./told";

/** For so long, ms, a group that was asked for stays the marked one, whatever the scrolling passes. */
const HELD = 1200;
/** How long a change by the completion stays highlighted, ms. */
const HIGHLIGHT = 6000;
/** After this time, ms, the customer is told that the answer takes long. */
const LATE = 8000;
/** After this time, ms, the page's value is shown again though it has not answered. */
const GIVEN_UP = 180_000;

interface Wish {
  readonly value: Value;
  /** Turn it was sent with; 0 while it waits for its delay. */
  turn: number;
  timer: number;
  since: number;
}

export class Panel implements Desk {
  data: Data;
  say: Say;
  /** Of a parameter that the last completion changed: what it was. */
  readonly before = new Map<string, string>();
  /** Group that is shown (on phones) or in view. */
  group: string;
  readonly narrow = matchMedia("(max-width: 640px)");
  /** Way that is being taken. */
  taking: string | number | null = null;
  late = false;
  /** Whether the line on makeability is shown whole. */
  unfolded = false;
  readonly root = document.createElement("div");

  private readonly wishes = new Map<string, Wish>();
  private readonly locals = new Map<string, Local>();
  private readonly outbox: Outbox;
  private readonly announcer = new Announcer();
  private hidden = "";
  private fade = 0;
  private clock = 0;
  private held = 0;
  private observer: IntersectionObserver | null = null;

  constructor(private component: Component) {
    this.data = component.data;
    this.say = sayer(this.data.texts);
    this.group = this.data.groups[0]?.id ?? "";
    this.outbox = new Outbox(this.data.turn ?? 0, (kind, what) => this.component.setTriggerValue(kind, what),
      () => {
        if (this.data.turn !== undefined) return true;
        this.update(this.component);
        return false;
      });
    this.root.className = "lo-panel";
    const sheet = document.createElement("style");
    sheet.textContent = style;
    const drawn = document.createElement("div");
    this.root.append(sheet, drawn, this.announcer.region);
    component.parentElement.append(this.root);
    this.narrow.addEventListener("change", this.redraw);
    this.clock = setInterval(() => this.tick(), 1000);
    this.redraw();
    this.watch();
  }

  /** The page's new data: settles what they answer, highlights and tells what has moved. */
  update(component: Component): void {
    const old = this.data;
    this.component = component;
    this.data = component.data;
    this.say = sayer(this.data.texts);
    const settled = this.outbox.settle(this.data.turn);
    for (const [name, wish] of this.wishes) if (wish.turn && wish.turn <= settled.turn) this.wishes.delete(name);
    this.taking = null;
    if (!this.data.groups.some((each) => each.id === this.group)) this.group = this.data.groups[0]?.id ?? "";
    const language = this.data.language === old.language;
    const moved = language ? moves(old, this.data, this.say) : [];
    if (moved.length) {
      this.before.clear();
      for (const each of moved) this.before.set(each.name, each.before);
      clearTimeout(this.fade);
      this.fade = setTimeout(() => { this.before.clear(); this.redraw(); }, HIGHLIGHT);
    }
    const answer = this.data.answer;
    const asked = settled.kind === "choose" || settled.kind === "ask";
    if (asked || answerKey(answer) !== this.hidden) this.hidden = "";
    const news = answer !== null && (asked || answerKey(answer) !== answerKey(old.answer));
    const told = [...language ? kept(old, this.data, this.say) : [], ...moved.map((each) => this.say("moved", { ...each }))];
    if (news) told.unshift(spoken(this, answer));
    this.announcer.say(told.join(". "));
    this.redraw();
    if (news) this.reveal();
  }

  dispose(): void {
    this.outbox.close();
    clearInterval(this.clock);
    clearTimeout(this.fade);
    for (const wish of this.wishes.values()) clearTimeout(wish.timer);
    this.observer?.disconnect();
    this.narrow.removeEventListener("change", this.redraw);
    this.root.remove();
  }

  shown<T extends Value>(name: string, given: T): T {
    const wish = this.wishes.get(name);
    return wish && typeof wish.value === typeof given ? wish.value as T : given;
  }

  busy(name: string): boolean {
    return (this.wishes.get(name)?.turn ?? 0) > 0;
  }

  local(name: string): Local {
    let found = this.locals.get(name);
    if (!found) this.locals.set(name, found = fresh());
    return found;
  }

  choose(name: string, value: Value, delay = 0): void {
    clearTimeout(this.wishes.get(name)?.timer);
    const wish: Wish = { value, turn: 0, timer: 0, since: Date.now() };
    this.wishes.set(name, wish);
    Object.assign(this.local(name), { drag: null, note: null, wished: value });
    this.hidden = answerKey(this.data.answer);
    if (delay) wish.timer = setTimeout(() => this.flush(name), delay);
    else this.flush(name);
    this.redraw();
  }

  flush(name: string): void {
    const wish = this.wishes.get(name);
    if (!wish || wish.turn) return;
    clearTimeout(wish.timer);
    wish.since = Date.now();
    wish.turn = this.outbox.put("choose", { name, value: wish.value });
    this.redraw();
  }

  send<K extends keyof Sent>(kind: K, what: Sent[K]): void {
    if (kind === "ask") this.hidden = "";
    if (kind === "dismiss") this.hidden = answerKey(this.data.answer);
    if (kind === "take") this.taking = (what as Sent["take"]).way;
    this.outbox.put(kind, what);
    this.redraw();
  }

  /** Whether the page's answer is to be shown under the control `name`. */
  answers(name: string): boolean {
    return this.data.answer?.name === name && answerKey(this.data.answer) !== this.hidden;
  }

  /** Shows a group: on phones it becomes the only one, else it is brought into view. */
  go(id: string): void {
    this.group = id;
    this.held = Date.now() + HELD;
    this.redraw();
    if (this.narrow.matches) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const section = this.root.querySelector(`[data-group="${CSS.escape(id)}"]`);
    section?.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
  }

  readonly redraw = (): void => {
    const holder = this.root.children[1];
    if (holder instanceof HTMLElement) render(page(this), holder);
  };

  private reveal(): void {
    const found = this.root.querySelector(".answer");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    found?.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "nearest" });
  }

  private tick(): void {
    const oldest = Math.min(...[...this.wishes.values()].filter((each) => each.turn).map((each) => each.since), Infinity);
    const age = Date.now() - oldest;
    if (age > GIVEN_UP) for (const [name, wish] of this.wishes) if (Date.now() - wish.since > GIVEN_UP) this.wishes.delete(name);
    const late = age > LATE && age !== -Infinity;
    if (late !== this.late || age > GIVEN_UP) {
      this.late = late;
      if (late) this.announcer.say(this.say("late"));
      this.redraw();
    }
  }

  /** Follows which group is in view, for the navigation. */
  private watch(): void {
    const seen = new Map<Element, boolean>();
    this.observer = new IntersectionObserver((entries) => {
      for (const each of entries) seen.set(each.target, each.isIntersecting);
      if (this.narrow.matches || Date.now() < this.held) return;
      const first = [...this.root.querySelectorAll("[data-group]")].find((each) => seen.get(each));
      const id = first?.getAttribute("data-group");
      if (id && id !== this.group) { this.group = id; this.redraw(); }
    }, { rootMargin: "-15% 0px -60% 0px" });
    for (const each of this.root.querySelectorAll("[data-group]")) this.observer.observe(each);
  }
}

/** The tool that cuts: switches the section on and off, and shows where it is. */

import type { Bench } from "./bench";
import type { Menu } from "./menu";
import { sectionPanel } from "./panels";

export class Cutting {
  /** `changed`: what is lit up or lies on the ground may not fit any more. */
  constructor(private readonly bench: Bench, private readonly menu: Menu, private readonly changed: () => void) {}

  toggle(on: boolean): void {
    const { bar, model, edges, section } = this.bench;
    section.on = on;
    bar.press("section", on);
    section.rebuild();
    model.cut(section.planes);
    edges.update(section.planes);
    this.changed();
    this.apply();
    if (on) this.panel();
    else this.menu.close();
  }

  /** Its panel, if it cuts: the section's goes with the section. */
  panel(): void {
    const { section, texts } = this.bench;
    if (!section.on) return;
    this.menu.open("section", sectionPanel(section, texts, (state) => {
      Object.assign(section, state);
      this.apply();
    }));
  }

  private apply(): void {
    this.bench.section.place();
    this.bench.stage.shade();
    this.bench.stage.ask();
  }
}

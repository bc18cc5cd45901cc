/** The tool that puts something of known size beside the product, and keeps it there while the product changes. */

import { Vector3 } from "three";
import { coinBeside, wristUnder } from "./beside";
import type { Bench } from "./bench";
import type { Menu } from "./menu";
import { exact } from "./numbers";
import type { Mark } from "./overlay";
import { besidePanel, type BesideChoice } from "./panels";

export class Besides {
  choice: BesideChoice = "none";
  /** What is written beside it. */
  mark: Mark | null = null;

  /** `level`: the view from which it would hide the product is to be left. */
  constructor(private readonly bench: Bench, private readonly menu: Menu, private readonly level: () => void) {}

  /** Its panel, which is only a menu. */
  panel(): void {
    const { data, texts } = this.bench;
    this.menu.open("beside", besidePanel(this.choice, data.beside ?? {}, texts, data.language, (value) => {
      this.choice = value;
      this.stand();
      this.frame();
    }));
  }

  /** Puts it in its place. */
  stand(): void {
    const { stage, model, bar, data } = this.bench;
    if (!model.scene) return;
    stage.clearBesides();
    this.mark = null;
    const { coin, wrist } = data.beside ?? {};
    if ((this.choice === "coin" && !coin) || (this.choice === "wrist" && !wrist)) this.choice = "none";
    const box = model.box();
    if (this.choice === "coin" && coin) {
      const mesh = coinBeside(coin, box);
      stage.putBeside(mesh);
      this.mark = { from: mesh.position.clone().setY(box.min.y).add(new Vector3(0, 0, coin.diameter / 2)), to: null, outside: null,
                    text: `${coin.name} · ⌀\u202f${exact(coin.diameter, data.language)}` };
    }
    if (this.choice === "wrist" && wrist) stage.putBeside(wristUnder(wrist, box, model));
    bar.press("beside", this.choice !== "none");
  }

  /** Brings all of it into the picture. */
  private frame(): void {
    const { stage, model, data } = this.bench;
    if (!model.scene) return;
    this.bench.settle();
    const middle = model.box().getCenter(new Vector3()), coin = data.beside?.coin;
    if (this.choice === "coin" && coin) middle.x += (coin.diameter + 5) / 2;
    if (this.choice === "wrist" && stage.camera.pose.elevation < 0.2) this.level();
    else stage.camera.refit(middle);
    stage.ask();
  }
}

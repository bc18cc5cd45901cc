/** The place above the bar: one panel at a time. */

export type MenuTool = "section" | "beside" | "distance";

export class Menu {
  /** Whose panel is open. */
  tool: MenuTool | null = null;
  private panel: HTMLElement | null = null;

  /** `changed`: the place has another height now. */
  constructor(private readonly foot: HTMLElement, private readonly changed: () => void) {}

  /** Opens the panel of `tool` in the place of another one. */
  open(tool: MenuTool, panel: HTMLElement): void {
    this.panel?.remove();
    this.tool = tool;
    this.panel = panel;
    panel.dataset["tool"] = tool;
    this.foot.prepend(panel);
    this.changed();
  }

  close(): void {
    this.panel?.remove();
    this.panel = null;
    this.tool = null;
    this.changed();
  }
}

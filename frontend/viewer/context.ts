/** What the browser draws with: had, kept, and tried for again where it is refused at first, or lost and not given back. */

/** Between the tries that nobody is told of, and the later ones beside the sentence, ms. The process that draws may be about to start anew. */
const QUIET_MS = [300, 900, 2700], LATER_MS = [8000, 24_000, 60_000];
/** For so long, ms, a lost context may still be given back by the browser itself. */
const GRACE_MS = 2500;

export type Why = "refused" | "lost";

export interface ContextEvents {
  /** It is there, on a canvas of its own. Throws if nothing can be drawn with it after all. */
  had(canvas: HTMLCanvasElement, context: WebGL2RenderingContext): void;
  lost(): void;
  /** The lost one is given back; what was in the graphics memory is gone. */
  restored(): void;
  /** It could not be had for some time: to be told. It is still tried for now and then. */
  missed(why: Why): void;
}

export class Context {
  private canvas: HTMLCanvasElement | null = null;
  private why: Why = "refused";
  private tries = 0;
  private timer = 0;
  private over = false;

  constructor(private readonly settings: WebGLContextAttributes, private readonly events: ContextEvents) {}

  /** Tries at once. Where the browser knows no WebGL at all there is nothing to wait for. */
  begin(): void {
    if (typeof WebGL2RenderingContext === "undefined") this.tries = QUIET_MS.length;
    this.attempt();
  }

  /** Somebody asks for it: tried at once, and once more before it is told again. */
  again(): void {
    this.tries = QUIET_MS.length - 2;
    this.attempt();
  }

  dispose(): void {
    this.over = true;
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.attempt);
    this.leave();
  }

  private readonly attempt = (): void => {
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.attempt);
    if (this.over) return;
    if (document.visibilityState === "hidden") { // nobody looks; pages that are looked at go first
      document.addEventListener("visibilitychange", this.attempt);
      return;
    }
    // a canvas whose context was lost never gets another one
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2", this.settings) as WebGL2RenderingContext | null;
    if (context && !context.isContextLost() && this.take(canvas, context)) return;
    const pauses = [...QUIET_MS, ...LATER_MS], pause = pauses[this.tries];
    if (this.tries >= QUIET_MS.length || this.why === "lost") this.events.missed(this.why);
    this.tries += 1;
    if (pause !== undefined) this.timer = window.setTimeout(this.attempt, pause);
  };

  private take(canvas: HTMLCanvasElement, context: WebGL2RenderingContext): boolean {
    try {
      this.events.had(canvas, context);
    } catch (error) { // lost again while the first things were made
      console.warn("viewer: no drawing with this WebGL:", error instanceof Error ? error.message : error);
      return false;
    }
    this.leave();
    this.canvas = canvas;
    this.tries = 0;
    canvas.addEventListener("webglcontextlost", this.whenLost);
    canvas.addEventListener("webglcontextrestored", this.whenRestored);
    return true;
  }

  private leave(): void {
    this.canvas?.removeEventListener("webglcontextlost", this.whenLost);
    this.canvas?.removeEventListener("webglcontextrestored", this.whenRestored);
    this.canvas = null;
  }

  private readonly whenLost = (event: Event): void => {
    event.preventDefault(); // else it is never given back
    this.why = "lost";
    this.tries = QUIET_MS.length - 1;
    this.events.lost();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.attempt, GRACE_MS);
  };

  private readonly whenRestored = (): void => {
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.attempt);
    this.tries = 0;
    this.events.restored();
  };
}

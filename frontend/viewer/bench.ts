/** What the tools of a viewer share. */

import type { Edges } from "./edges";
import type { Model } from "./model";
import type { Section } from "./section";
import type { Stage } from "./stage";
import type { Texts } from "./texts";
import type { Toolbar } from "./toolbar";
import type { ViewerData } from "./types";

export interface Bench {
  readonly data: ViewerData;
  readonly element: HTMLElement;
  readonly texts: Texts;
  readonly bar: Toolbar;
  readonly stage: Stage;
  readonly model: Model;
  readonly edges: Edges;
  readonly section: Section;
  /** Of the stage, in pixels of the page. */
  readonly size: { readonly width: number; readonly height: number };
  /** Ground, light and lens for what stands there now. */
  settle(): void;
}

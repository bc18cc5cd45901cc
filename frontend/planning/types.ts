/** What the page says, and what the server answers. Minutes are estimates; sums are in the currency of the estimate. */

export type Language = "en" | "fr" | "de";
export type View = "cost" | "characteristics" | "route" | "measured";

export interface Data {
  readonly view: View;
  /** Key of the configuration. */
  readonly configuration: string;
  readonly language: Language;
  readonly quantity?: number;
  readonly texts: Readonly<Record<string, string>>;
  /** A route that a package holds; else it is asked for. */
  readonly route?: RouteAnswer | null;
  /** Of the job that sheets are given for. */
  readonly job?: string;
}

/** What a components-v2 host hands over at each call. */
export interface Component {
  readonly data: Data;
  readonly parentElement: HTMLElement | ShadowRoot;
  setTriggerValue(name: string, value: unknown): void;
}

/** A sum, or a time, that is not known better than between `low` and `high`. */
export interface Band { readonly low: number; readonly likely: number; readonly high: number }

/** Files of the installation that cannot be read. */
export interface RefusedAnswer { readonly refused: "shop" | "packs" | "plan" }

export interface Estimate {
  readonly quantity: number;
  readonly currency: string;
  readonly vat: string;
  readonly total: Band;
  readonly sums: readonly (Band & { readonly kind: string; readonly label: string })[];
  readonly lines: readonly (Band & { readonly what: string; readonly origin: string; readonly kind: string })[];
  readonly left_out: readonly string[];
}

export interface Finding {
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly sentence: string;
  readonly suggestion: string;
  readonly way: { readonly name: string; readonly value: number } | null;
}

export interface Makeability {
  readonly looked: boolean;
  readonly checked: number;
  readonly findings: readonly Finding[];
  readonly not_judged: readonly string[];
  readonly packs: readonly { readonly process: string; readonly shop: string; readonly digest: string }[];
}

export interface CostAnswer {
  readonly estimate: Estimate | RefusedAnswer;
  readonly makeability: Makeability | RefusedAnswer;
}

export interface ControlRow {
  readonly balloon: number;
  readonly label: string;
  readonly kind: string;
  readonly nominal: string;
  readonly limits: string;
  readonly by: string;
  readonly critical: boolean;
  readonly instrument: string;
  readonly datum: string;
  /** Indices into the part's rows of faces. */
  readonly faces: readonly number[];
}

export interface ControlledPart {
  readonly part: string;
  readonly number: string;
  readonly label: string;
  readonly rows: readonly ControlRow[];
}

export interface CharacteristicsAnswer { readonly parts: readonly ControlledPart[] }

export interface Operation {
  readonly number: number;
  readonly label: string;
  readonly work_centre: string;
  readonly setups: readonly string[];
  readonly tool: { readonly diameter_mm: number | null } | null;
  readonly joins: readonly string[];
  readonly estimated_setup_minutes: Band | null;
  readonly estimated_piece_minutes: Band | null;
}

export interface RouteAnswer {
  readonly quantity: number;
  readonly parts: readonly {
    readonly number: string;
    readonly label: string;
    readonly pieces: number;
    readonly material: string;
    readonly blank: { readonly form_label?: string; readonly size: string } | null;
    readonly operations: readonly Operation[];
  }[];
  readonly assembly: readonly Operation[];
  readonly estimated_minutes: Band;
  readonly remarks: readonly string[];
}

export interface MeasuredAnswer {
  readonly rows: readonly {
    readonly part: string;
    readonly balloon: number;
    readonly label: string;
    readonly piece: number;
    readonly limits: string;
    readonly measured: string;
    readonly verdict: "conforming" | "not_conforming" | "undecided" | "no_limits";
    readonly result: string;
  }[];
}

export const isRefused = (answer: object): answer is RefusedAnswer => "refused" in answer;

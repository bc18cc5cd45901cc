/** What the page sends to the panel, and what the panel sends back: the contract with configurator/web. */

export type Language = "en" | "fr" | "de";
/** First and last index of a run of values, both included. */
export type Span = readonly [number, number];
/** sRGB, 0 to 1. */
export type Colour = readonly [number, number, number];
/** A number itself, the name of an option, yes or no, or a text. */
export type Value = number | string | boolean;

export interface Data {
  readonly language: Language;
  readonly theme?: "light" | "dark" | "auto";
  readonly texts: Readonly<Record<string, string>>;
  /** The last `turn` that the page has answered; without it any new data counts as the answer. */
  readonly turn?: number;
  readonly title: string;
  readonly subtitle: string;
  readonly groups: readonly Group[];
  readonly parameters: Readonly<Record<string, Control>>;
  readonly answer: Answer | null;
  readonly history: { readonly undo: boolean; readonly redo: boolean };
  readonly status: Status;
}

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly parameters: readonly string[];
}

export interface Status {
  readonly mass: string | null;
  readonly makeability: string;
  readonly binding: readonly string[];
  readonly notices: readonly string[];
  readonly saved: string;
}

/** Why a wish is not possible beside the other choices, and the nearest ways to get it. */
export interface Answer {
  readonly name: string;
  readonly label: string;
  /** The wish as a customer reads it. */
  readonly value: string;
  readonly possible: boolean;
  readonly undecided: boolean;
  readonly reasons: readonly string[];
  readonly ways: readonly Way[];
}

export interface Way {
  readonly id: string | number;
  readonly given_up: readonly string[];
  readonly changes: readonly string[];
}

interface Shared {
  readonly label: string;
  readonly hint: string;
  /** The customer has chosen it himself. */
  readonly own: boolean;
  /** The last completion has changed it: yes, or what has changed in words. */
  readonly moved: boolean | string;
}

export interface NumberControl extends Shared {
  readonly kind: "number";
  readonly number: NumberDomain;
}

export interface ChoiceControl extends Shared {
  readonly kind: "choice";
  readonly choice: { readonly at: string; readonly options: readonly Option[] };
}

export interface FlagControl extends Shared {
  readonly kind: "flag";
  /** `open`: the answers that are possible beside the other choices. */
  readonly flag: { readonly at: boolean; readonly open: readonly boolean[] };
}

export interface TextControl extends Shared {
  readonly kind: "text";
  readonly text: TextDomain;
}

export type Control = NumberControl | ChoiceControl | FlagControl | TextControl;

/** Values `low + k * step` for k = 0 ... count - 1, in `unit`. */
export interface NumberDomain {
  readonly unit: string;
  readonly decimals: number;
  readonly low: number;
  readonly step: number;
  readonly count: number;
  /** Index of the value on screen. */
  readonly at: number;
  /** What is possible beside the other choices. */
  readonly open: readonly Span[];
  /** What the search could not settle. */
  readonly unsure: readonly Span[];
}

export interface Option {
  readonly name: string;
  readonly label: string;
  readonly detail: string;
  readonly open: boolean;
  readonly unsure: boolean;
  readonly colour: Colour | null;
  /** "polished", "brushed", "satin", "blasted", or "" if it has none of its own. */
  readonly finish: string;
  /** 1: bare metal; 0: anything else. */
  readonly metallic?: number;
  readonly picture: string | null;
}

export interface TextDomain {
  readonly value: string;
  /** Characters that there can ever be. */
  readonly longest: number;
  /** Characters that can be added to `value` beside the other choices. */
  readonly room: number;
  readonly font_family: string;
  readonly font_url: string;
  /** The text as it will be made. */
  readonly preview: string;
}

/** What the panel tells the page, each with a `turn` that is counted up, so that no two are equal. */
export interface Sent {
  choose: { name: string; value: Value };
  ask: { name: string; value: Value };
  take: { way: string | number };
  free: { name: string };
  undo: object;
  redo: object;
  reset: object;
  dismiss: object;
}

/** What Streamlit hands to a component; only what is used here. */
export interface Component {
  readonly data: Data;
  readonly parentElement: HTMLElement | ShadowRoot;
  setTriggerValue(name: string, value: unknown): void;
}

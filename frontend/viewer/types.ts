/** What the page sends, what a scene says, and what goes back. Lengths in mm unless a name says otherwise. */

/** A colour as sRGB, each channel from 0 to 1. */
export type Colour = readonly [number, number, number];
export type Point = readonly [number, number, number];
export type Finish = "" | "polished" | "brushed" | "satin" | "blasted";
export type Language = "en" | "fr" | "de";
export type Theme = "light" | "dark" | "auto";
export type Tool = "views" | "edges" | "section" | "turntable" | "dimensions" | "beside" | "ar" | "faces" | "measure" | "distance";

/** How a surface looks: metallic-roughness as in glTF 2.0, and what was done to it last. */
export interface Appearance {
  readonly colour: Colour;
  readonly metallic: number;
  readonly roughness: number;
  readonly opacity: number;
  readonly transmission: number;
  readonly ior: number;
  readonly finish: Finish;
  /** Index of a face -> its own finish. */
  readonly faces?: Readonly<Record<string, Finish>>;
}

export interface ScenePart {
  readonly name: string;
  readonly label: string;
  readonly number: string;
  readonly bought: boolean;
  readonly mesh: string;
  /** Column-major 4 x 4, metres, Y up. */
  readonly placements: readonly (readonly number[])[];
  readonly appearance: Appearance;
  readonly mass_g: number | null;
  readonly material: string;
}

export interface SceneData {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly template: string;
  readonly parts: readonly ScenePart[];
  /** CAD frame: Z up. */
  readonly box: { readonly low: Point; readonly high: Point };
}

export interface Coin { readonly name: string; readonly diameter: number; readonly thickness: number }
export interface Wrist { readonly circumference: number }

export interface ViewerData {
  readonly scene: string | null;
  readonly looks?: Readonly<Record<string, Appearance>>;
  readonly beside?: { readonly coin?: Coin | null; readonly wrist?: Wrist | null };
  readonly tools?: readonly Tool[];
  readonly select?: { readonly part: string; readonly face: number } | null;
  readonly note?: string | null;
  /** Address of what is controlled of the scene; faces that carry something then tell it when they are tapped. */
  readonly controlled?: string | null;
  /** A picture for browsers that cannot draw in three dimensions. */
  readonly poster?: string | null;
  readonly language: Language;
  readonly theme: Theme;
  readonly texts?: Readonly<Record<string, string>>;
}

/** One CAD face as the mesh file tells it: part frame, mm, Z up. What is unknown is absent or null. */
export interface FaceRow {
  readonly type: string;
  readonly diameter_mm?: number | null;
  readonly area_mm2?: number | null;
  readonly origin_mm?: Point | null;
  readonly direction?: Point | null;
  readonly half_angle_deg?: number | null;
  readonly ring_diameter_mm?: number | null;
}

/** One CAD edge; `first` and `count` span its segments' indices in the edges' index buffer. */
export interface EdgeRow {
  readonly type: string;
  readonly length_mm?: number | null;
  readonly diameter_mm?: number | null;
  /** Of an ellipse, the longest and the shortest. */
  readonly diameters_mm?: readonly [number, number] | null;
  readonly centre_mm?: Point | null;
  /** A point of a straight edge. */
  readonly origin_mm?: Point | null;
  readonly direction?: Point | null;
  readonly first: number;
  readonly count: number;
}

/** How far a part lies from what it follows, as the mesh file tells it. mm; signed figures are positive outside. */
export interface DeviationFigures {
  readonly area_mm2: number;
  readonly median_mm: number;
  /** What 95 % of the area keep, either way. */
  readonly p95_mm: number;
  readonly greatest_mm: number;
}

export interface DeviationTable extends DeviationFigures {
  /** How far outside it is meant to lie. */
  readonly offset_mm: number;
  readonly away_from_edges?: DeviationFigures;
}

/** The times of one change, ms, from the page's word to the finished picture. */
export interface Drawn {
  readonly scene: string;
  readonly fetch_ms: number;
  readonly parse_ms: number;
  readonly draw_ms: number;
  readonly total_ms: number;
  readonly bytes: number;
  readonly reused: number;
}

/** What a components-v2 host hands over at each call. */
export interface HostCall {
  readonly data: ViewerData;
  readonly parentElement: HTMLElement | ShadowRoot;
  setTriggerValue(name: string, value: unknown): void;
  /** For who shows the viewer without Streamlit: called in the turn in which the picture is drawn. */
  onDrawn?(value: Drawn): void;
}

declare global {
  interface Window {
    __lotOneDrawn?: Drawn[];
    /** Set before the page loads: draw cheaply, for machines without a graphics processor. */
    __lotOneSoft?: boolean;
  }
}

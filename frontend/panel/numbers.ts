/** Numbers as each language writes and types them, and the grid they lie on. */

import type { Language, NumberDomain, Span } from "./data";

const LOCALES: Record<Language, string> = { en: "en-CH", fr: "fr-CH", de: "de-DE" };
/** Narrow, and no line breaks there. */
const THIN = "\u202f";
/** How far a typed number may lie from its grid point, as a share of the step, to be taken for it. */
const SNAP = 1e-6;

/** The number at `index` in the domain's unit, free of what binary fractions add. */
export function valueAt(domain: NumberDomain, index: number): number {
  return Number((domain.low + index * domain.step).toFixed(Math.max(domain.decimals, 6)));
}

/** "40.5" or "40,5", without unit. */
export function figure(value: number, decimals: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: decimals }).format(value);
}

/** "40.5 mm", with a narrow no-break space. */
export function written(domain: NumberDomain, value: number, language: Language): string {
  const gap = domain.unit === "" || domain.unit === "°" ? "" : THIN;
  return figure(value, domain.decimals, language) + gap + domain.unit;
}

/** A number as people type it: comma or point, thousands apart, with or without unit. NaN if it is none. */
export function parsed(entry: string, unit: string): number {
  let text = entry.normalize("NFKC").replace(/[\s'’]/g, "").replace(/[−–]/g, "-");
  const tail = unit.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  if (tail && text.toLowerCase().endsWith(tail)) text = text.slice(0, -tail.length);
  const mark = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  if (mark >= 0) text = text.slice(0, mark).replace(/[.,]/g, "") + "." + text.slice(mark + 1);
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
}

/** Where a typed number lies: on the grid, between two of its points, or outside of it. */
export type Place = { on: number } | { below: number; above: number } | { nearest: number };

/** The place of `value` in the domain. */
export function placed(domain: NumberDomain, value: number): Place {
  const exact = (value - domain.low) / domain.step;
  const index = Math.round(exact);
  const last = domain.count - 1;
  if (Math.abs(exact - index) <= SNAP && index >= 0 && index <= last) return { on: index };
  if (exact < 0) return { nearest: 0 };
  if (exact > last) return { nearest: last };
  return { below: Math.floor(exact), above: Math.ceil(exact) };
}

/** Whether one of `spans` has `index`. */
export function within(spans: readonly Span[], index: number): boolean {
  return spans.some(([first, last]) => first <= index && index <= last);
}

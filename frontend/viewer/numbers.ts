/** Numbers and units as each language writes them. French and German have a decimal comma, as in the packages. */

import type { Language } from "./types";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-CH", fr: "fr-FR", de: "de-DE" };
const THIN = "\u202f";

/** `value` with a fixed number of decimals. */
export function decimal(value: number, decimals: number, language: Language): string {
  const rounded = Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value; // no "-0.0"
  return new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .format(rounded);
}

/** `value` and its unit, which never part at the end of a line. */
export function quantity(value: number, unit: string, decimals: number, language: Language): string {
  return `${decimal(value, decimals, language)}${unit === "°" ? "" : THIN}${unit}`;
}

/** A length as a gauge shows it: micrometres are told where there are some. */
export function exact(value: number, language: Language): string {
  const hundredths = Math.round(value * 100) / 100;
  return quantity(value, "mm", Math.abs(value - hundredths) < 5e-5 ? 2 : 3, language);
}

/** Numbers as these pages write them. */

const NARROW = "\u202f";

/** A sum without its hundredths: an estimate knows none. */
export function whole(amount: number): string {
  return Math.round(amount).toFixed(0).replace(/\B(?=(\d{3})+$)/g, NARROW);
}

/** A sum with its hundredths, where single lines must add up. */
export function exact(amount: number, language: string): string {
  const [units, cents] = amount.toFixed(2).split(".") as [string, string];
  return units.replace(/\B(?=(\d{3})+$)/g, NARROW) + (language === "en" ? "." : ",") + cents;
}

/** A number with at most `digits` decimals. */
export function short(amount: number, language: string, digits = 1): string {
  const text = String(Number(amount.toFixed(digits)));
  return language === "en" ? text : text.replace(".", ",");
}

/** The panel's own sentences: their keys, and English as it stands if a key is missing. */

export const ENGLISH = {
  panel: "Choices",
  groups: "Groups of choices",
  undo: "Undo",
  redo: "Redo",
  reset: "Start again",
  own: "Your choice",
  free: "{label}: let it follow the other choices again",
  free_short: "Let it follow",
  keep: "{label}: keep {value} as your choice",
  keep_short: "Keep",
  less: "{label}: one step less",
  more: "{label}: one step more",
  exact: "{label}: exact value",
  exact_unit: "{label}: exact value in {unit}",
  range: "{low} to {high}",
  open: "Free now: {spans}",
  none_open: "Any other value needs another choice given up",
  or: "or",
  closed: "needs another choice given up",
  unsure: "not known whether it is possible",
  why: "Why?",
  why_of: "{option}: why does it need another choice given up?",
  not_a_number: "“{entry}” is not a number. Write it like {example}.",
  out_of_range: "{label} is offered from {low} to {high}. Choose the nearest:",
  off_step: "{entry} lies between two steps. Choose one of them:",
  left_one: "{count} character left",
  left_other: "{count} characters left",
  over_one: "{count} character too many",
  over_other: "{count} characters too many",
  preview: "Preview",
  preview_empty: "Your text",
  yes: "Yes",
  no: "No",
  late: "There is no answer yet. Your choice is kept; it is shown as soon as the answer is here.",
  impossible: "{label} {value} does not go with your other choices.",
  possible: "{label} {value} is possible.",
  undecided: "Whether {label} {value} is possible could not be settled. Fix more of the other choices yourself, then ask again.",
  ways_one: "The nearest way",
  ways_other: "The nearest ways",
  no_ways: "No way was found that keeps this wish.",
  take: "Take it",
  gives_up: "Gives up",
  changes: "Also changes",
  only_this: "Nothing else changes",
  dismiss: "Leave it as it is",
  moved: "{label}: {before} → {after}",
  was: "was {before}",
  mass: "Mass",
  binding_one: "{count} limit is reached",
  binding_other: "{count} limits are reached",
  notices_one: "{count} notice",
  notices_other: "{count} notices",
  nothing: "nothing",
  words: "“{words}”",
} as const;

export type Key = keyof typeof ENGLISH;
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const missed = new Set<string>();

/** Fills sentences of `texts`. A missing key is told once on the console as an error; English stands in for it. */
export function sayer(texts: Readonly<Record<string, string>>): Say {
  return (key, values = {}) => {
    const sentence = texts[key] ?? missing(key);
    return sentence.replace(/\{(\w+)\}/g, (field, name: string) => String(values[name] ?? field));
  };
}

function missing(key: Key): string {
  if (!missed.has(key)) {
    missed.add(key);
    console.error(`panel: the page gives no text for "${key}"`);
  }
  return ENGLISH[key];
}

/** The form of `stem` ("left", "over" ...) that goes with `count` in `language`. */
export function plural(stem: "left" | "over" | "ways" | "binding" | "notices", count: number, language: string): Key {
  return `${stem}_${new Intl.PluralRules(language).select(count) === "one" ? "one" : "other"}`;
}

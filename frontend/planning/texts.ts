/** Every sentence of how a product is made: their keys, and English as it stands if a key is missing. */

export const ENGLISH = {
  cost_title: "What it will cost, about",
  cost_about: "{currency} {likely}",
  cost_band: "Estimate: between {low} and {high}, {vat}. This is no offer.",
  cost_each: "About {currency} {each} a piece.",
  cost_pieces: "Pieces",
  cost_lines: "In {currency}. Tap a line to see where it comes from.",
  cost_left_out: "Not in the estimate",
  cost_waiting: "The estimate is being worked out …",
  cost_again: "Being worked out anew …",
  failed: "This could not be worked out. Your choices are kept.",
  lost: "The connection is lost. It is tried again by itself.",
  again: "Try again",
  refused_shop: "The shop profile of this installation cannot be read, so there is no estimate. Its operator finds the reason in the log. Your choices are kept.",
  refused_packs: "The rule packs of this installation cannot be read, so nothing is judged. Their operator finds the reason in the log. Your choices are kept.",
  refused_plan: "This could not be worked out for this design. The operator finds the reason in the log. Your choices are kept.",
  made_title: "Can it be made",
  made_good: "Yes. Nothing that is declared of it passes a limit of the workshop (checked: {count}).",
  made_good_looked: "Yes. Every part was looked at as it is made (parts: {count}), and none passes a limit of the workshop.",
  made_bad_one: "{count} thing should be changed, or agreed with the workshop.",
  made_bad_other: "{count} things should be changed, or agreed with the workshop.",
  made_waiting: "Whether it can be made is being worked out …",
  made_take: "Change it so",
  made_look: "Look at every part",
  made_looking: "Every part is being looked at …",
  made_how: "How this was judged",
  made_packs: "By the rule packs {names}.",
  made_declared: "By what is declared of the parts; their exact shapes are judged once more when the files are made.",
  char_title: "Characteristics",
  char_told: "Tap a line and its faces light up. Tap a face and its dimension is shown with its limits.",
  char_waiting: "The characteristics are being looked up …",
  char_none: "Nothing is controlled of this product.",
  char_show: "{balloon}, {label}: show it on the product",
  char_every: "every piece",
  col_balloon: "No.",
  col_what: "What",
  col_nominal: "Nominal",
  col_limits: "Limits",
  col_by: "Fit or standard",
  col_piece: "Piece",
  col_measured: "Measured",
  col_result: "Result",
  meas_title: "Inspection",
  meas_told: "Fill in the sheets of the folder inspection and give them here, CSV or Excel. Each characteristic is answered: conforming or not.",
  meas_choose: "Choose filled sheets",
  meas_reading: "The sheet is being read …",
  meas_remove: "Take away",
  meas_good: "Conforming: {count} of {count} within their limits.",
  meas_bad: "Not conforming: {count} of {all} outside their limits.",
  meas_open: "Values that cannot be decided with their uncertainty: {count}.",
  meas_none: "No value was found in this sheet. Fill in the column Measured.",
  route_title: "Route",
  route_waiting: "The route is being worked out …",
  route_total: "The whole order takes about {likely} minutes, between {low} and {high}. This is an estimate.",
  route_assembly: "Assembly",
  route_remarks: "To be confirmed or settled",
  col_operation: "Operation",
  col_centre: "Work centre",
  col_clamped: "Clamped from, tool",
  col_minutes: "Set up + each, min",
} as const;

export type Key = keyof typeof ENGLISH;
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const missed = new Set<string>();

/** Fills sentences of `texts`. A missing key is told once on the console as an error; English stands in for it. */
export function sayer(texts: Readonly<Record<string, string>>): Say {
  return (key, values = {}) => {
    let sentence = texts[key];
    if (sentence === undefined) {
      sentence = ENGLISH[key];
      if (!missed.has(key)) console.error(`planning: the page gives no text for "${key}"`);
      missed.add(key);
    }
    return sentence.replace(/\{(\w+)\}/g, (field, name: string) => String(values[name] ?? field));
  };
}

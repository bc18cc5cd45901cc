/** How a product is made, as a component: called by Streamlit again and again with new data and the same element. */

import { Sheet } from "./sheet";
import type { Component } from "./types";

interface Live { readonly sheet: Sheet; leaving: number }

const sheets = new WeakMap<HTMLElement | ShadowRoot, Live>();

export default function planning(component: Component): () => void {
  const place = component.parentElement;
  let live = sheets.get(place);
  if (live) {
    clearTimeout(live.leaving);
    live.sheet.update(component);
  } else {
    sheets.set(place, live = { sheet: new Sheet(component), leaving: 0 });
  }
  const kept = live;
  return () => {
    // a host that takes away and calls again at once only had new data
    clearTimeout(kept.leaving);
    kept.leaving = window.setTimeout(() => {
      kept.sheet.dispose();
      if (sheets.get(place) === kept) sheets.delete(place);
    });
  };
}

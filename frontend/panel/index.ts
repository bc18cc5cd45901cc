/** The customer's controls as a component: called by Streamlit again and again with new data and the same element. */

import type { Component } from "./data";
import { Panel } from "./panel";

const panels = new WeakMap<HTMLElement | ShadowRoot, Panel>();

export default function panel(component: Component): () => void {
  const place = component.parentElement;
  const known = panels.get(place);
  if (known) known.update(component);
  else panels.set(place, new Panel(component));
  return () => {
    panels.get(place)?.dispose();
    panels.delete(place);
  };
}

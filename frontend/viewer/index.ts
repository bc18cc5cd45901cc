/** Entry of the viewer: a components-v2 function that is called again, with new data, for as long as the page shows it. */

import type { HostCall } from "./types";
import { Viewer } from "./viewer";

interface Live { readonly viewer: Viewer; call: HostCall; leaving: number }

const LIVE = new WeakMap<object, Live>();

/** Shows `call.data` in `call.parentElement`. Returns what takes it away again. */
export default function show(call: HostCall): () => void {
  const { parentElement } = call;
  let live = LIVE.get(parentElement);
  if (live) {
    clearTimeout(live.leaving);
    live.call = call;
  } else {
    const own: Live = {
      call,
      leaving: 0,
      viewer: new Viewer(parentElement, {
        trigger: (name, value) => own.call.setTriggerValue(name, value),
        drawn: (value) => own.call.onDrawn?.(value), // not a state value: that would run the page's script again
      }),
    };
    LIVE.set(parentElement, live = own);
  }
  live.viewer.update(call.data);
  const kept = live;
  return () => {
    // a host that takes away and calls again at once only had new data
    clearTimeout(kept.leaving);
    kept.leaving = window.setTimeout(() => {
      kept.viewer.dispose();
      if (LIVE.get(parentElement) === kept) LIVE.delete(parentElement);
    });
  };
}

/** Entry of the viewer: a components-v2 function that is called again, with new data, for as long as the page shows it. */

import type { HostCall } from "./types";
import { Viewer } from "./viewer";

const LIVE = new WeakMap<object, { viewer: Viewer; call: HostCall }>();

/** Shows `call.data` in `call.parentElement`. Returns what takes it away again. */
export default function show(call: HostCall): () => void {
  const { parentElement } = call;
  let live = LIVE.get(parentElement);
  if (live) {
    live.call = call;
  } else {
    const own: { viewer: Viewer; call: HostCall } = {
      call,
      viewer: new Viewer(parentElement, {
        trigger: (name, value) => own.call.setTriggerValue(name, value),
        drawn: (value) => own.call.setStateValue("drawn", value),
      }),
    };
    LIVE.set(parentElement, live = own);
  }
  live.viewer.update(call.data);
  const kept = live;
  return () => {
    kept.viewer.dispose();
    LIVE.delete(parentElement);
  };
}

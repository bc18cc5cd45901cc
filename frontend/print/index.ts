// The summary to print: draws the product once, puts the picture into the page, and offers to print it.

import type show from "../viewer/index";
import type { HostCall } from "../viewer/types";

const VIEWER = "./viewer.js"; // beside this bundle, and mostly in the browser's cache
const place = document.querySelector<HTMLElement>("[data-scene]");
const button = document.querySelector<HTMLButtonElement>("button");
button?.addEventListener("click", () => window.print());

if (place) {
  const viewer = (await import(VIEWER)) as { default: typeof show };
  const stage = document.createElement("div");
  stage.className = "stage";
  place.append(stage);
  const picture = (): void => {
    const canvas = stage.querySelector("canvas");
    if (!canvas) return;
    const image = document.createElement("img");
    image.alt = place.dataset.title ?? "";
    image.src = canvas.toDataURL("image/png"); // in the turn in which it was drawn: later the buffer is empty
    setTimeout(() => {
      dispose();
      place.replaceChildren(image);
    });
  };
  const call = {
    data: { scene: place.dataset.scene ?? null, language: document.documentElement.lang, theme: "light", tools: [], texts: {} },
    parentElement: stage,
    setTriggerValue: () => {},
    onDrawn: picture,
  } as unknown as HostCall;
  const dispose = viewer.default(call);
}

/** The product in one's own room: <model-viewer> from a bundle of its own, fetched when first wanted. */

import { icon } from "./icons";
import type { Texts } from "./texts";

interface XrNavigator { readonly xr?: { isSessionSupported(mode: string): Promise<boolean> } }

/** Whether this device can: WebXR, Android's Scene Viewer or Apple's Quick Look. */
export async function canShowInRoom(): Promise<boolean> {
  const link = document.createElement("a");
  if (link.relList?.supports?.("ar")) return true;
  if (/android/i.test(navigator.userAgent) && window.isSecureContext) return true;
  try {
    return await ((navigator as Navigator & XrNavigator).xr?.isSessionSupported("immersive-ar") ?? false);
  } catch {
    return false;
  }
}

/** The address of the whole as GLB, beside that of its scene, which names a language; that of the whole does not. */
export function wholeOf(scene: string): string {
  return scene.replace(/\/scene\/([^/?]+?)(?:\/[a-z]+)?\.json.*$/, "/view/$1.glb");
}

/** Opens the view over the page. It goes away with its button or the Escape key. */
export function showInRoom(host: HTMLElement, glb: string, title: string, texts: Texts): void {
  const dialog = document.createElement("dialog"), heading = document.createElement("h2"), close = document.createElement("button");
  const words = document.createElement("p");
  dialog.className = "room";
  heading.id = "lo-room-title";
  heading.textContent = texts.say("ar_title");
  dialog.setAttribute("aria-labelledby", heading.id);
  close.type = "button";
  close.title = texts.say("close");
  close.setAttribute("aria-label", texts.say("close"));
  close.append(icon("close"));
  close.addEventListener("click", () => dialog.close());
  words.textContent = texts.say("ar_loading");
  dialog.append(heading, close, words);
  dialog.addEventListener("close", () => dialog.remove());
  host.append(dialog);
  dialog.showModal();
  import(new URL("./ar.js", import.meta.url).href).then(() => {
    const shown = document.createElement("model-viewer"), start = document.createElement("button");
    const settings: Record<string, string> = {
      src: new URL(glb, document.baseURI).href, alt: title, ar: "", "ar-scale": "fixed", "ar-placement": "floor",
      "ar-modes": "webxr scene-viewer quick-look", "camera-controls": "", "touch-action": "pan-y", "shadow-intensity": "0.8",
      "environment-image": "neutral", "interaction-prompt": "none",
    };
    for (const [name, value] of Object.entries(settings)) shown.setAttribute(name, value);
    start.slot = "ar-button";
    start.type = "button";
    start.className = "start";
    start.textContent = texts.say("ar_button");
    shown.append(start);
    words.replaceWith(shown);
  }).catch(() => { words.textContent = texts.say("lost_connection"); });
}

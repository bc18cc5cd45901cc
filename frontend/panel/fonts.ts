/** Fonts of the products' letterings, loaded from this site when a preview first needs them. */

const known = new Map<string, "loading" | "ready" | "failed">();

/**
 * Name to use in `font-family` for the font at `url`, or null as long as it is not there; `then` is called when it is. A font
 * that cannot be loaded is told on the console; the preview stays in the page's own font.
 */
export function fontReady(family: string, url: string, then: () => void): string | null {
  // under a name of its own, so that no font of the visitor's machine stands in for it
  const name = `lo ${family}`.replace(/["'\\;]/g, "");
  const key = `${name} ${url}`;
  const state = known.get(key);
  if (state === undefined) {
    known.set(key, "loading");
    const face = new FontFace(name, `url(${JSON.stringify(new URL(url, document.baseURI).href)})`);
    document.fonts.add(face);
    face.load().then(() => { known.set(key, "ready"); then(); }, (error: unknown) => {
      known.set(key, "failed");
      console.error(`panel: the font ${family} could not be loaded from ${url}`, error);
    });
  }
  return state === "ready" ? name : null;
}

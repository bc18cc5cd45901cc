/** The toolbar's pictures: 20 units square, one stroke. */

import type { Tool } from "./types";

const PATHS: Readonly<Record<Exclude<Tool, "views"> | "close", string>> = {
  edges: "M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5 10 10l7-3.5M10 10v7",
  section: "M3.5 5.5h6v9h-6zM12.5 5.5h4v9h-4M3.5 11l5.5-5.5M3.5 14.5l6-6M11 2.5v15",
  turntable: "M16.5 10c0 1.8-2.9 3.2-6.5 3.2S3.5 11.8 3.5 10 6.4 6.800 10 6.800c1.600 0 3.100.3 4.200.8M14.500 4.500v3.200h-3.200",
  dimensions: "M3 6.500h14M3 4v5M17 4v5M5.500 5 3.500 6.500l2 1.500M14.500 5l2 1.500-2 1.500M5 12.500h10v4H5z",
  beside: "M8 15.500A5.500 5.500 0 1 0 8 4.500a5.500 5.500 0 0 0 0 11zM8 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM16.500 4.500v11M15 4.500h3M15 15.500h3",
  faces: "M4 5.500 10 3l6 2.500v6L10 17l-6-5.500zM8 8.500l7.500 3-3.200 1.200L11 16z",
  measure: "M2.800 13.200 13.200 2.800l4 4L6.800 17.200zM6 10l1.800 1.800M8.500 7.500l1.200 1.200M11 5l1.800 1.800",
  ar: "M10 6.200 13.800 8.200v4L10 14.200l-3.800-2v-4zM6.200 8.200 10 10.200l3.800-2M10 10.200v4M2.500 6V2.500H6M14 2.500h3.500V6M17.500 14v3.500H14M6 17.500H2.500V14",
  distance: "M6.500 3c-3 3.500-3 10.500 0 14M11.500 3c-2.400 3.500-2.400 10.500 0 14M12 6.500h5M11 10h6M12 13.500h5",
  close: "M5 5l10 10M15 5 5 15",
};

/** The picture of a tool; it says nothing to a screen reader, its button does. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** Every sentence the viewer says, in English; the page passes all of them in its language. */

export const ENGLISH = {
  canvas_label: "{title}, in three dimensions. Arrow keys turn it, plus and minus zoom, 1 to 4 show it from a side, Home shows it whole.",
  canvas_empty: "The product, in three dimensions",
  toolbar: "View",
  view_three_quarter: "Three-quarter view",
  view_front: "Front view",
  view_profile: "Profile view",
  view_back: "Back view",
  short_three_quarter: "¾",
  short_front: "Front",
  short_profile: "Profile",
  short_back: "Back",
  edges: "Edges",
  section: "Section",
  turntable: "Turntable",
  dimensions: "Dimensions",
  beside: "True to size",
  faces: "Faces",
  measure: "Measure",
  ar: "In your room",
  distance: "Distance to the leg",
  distance_summary: "95 % within {p95}, greatest {greatest}",
  distance_offset: "0: {offset} off the skin",
  distance_scale: "Colours from {low}, inside, to {high}, outside",
  distance_in: "inside",
  distance_out: "outside",
  distance_hint: "Tap a place to read it.",
  distance_furthest: "Show the greatest",
  distance_outside: "{part}: {distance} outside",
  distance_inside: "{part}: {distance} inside",
  distance_none: "{part}: nothing is followed here",
  section_across: "Across",
  section_along: "Along",
  section_level: "Level",
  section_position: "Where it is cut",
  section_flip: "Other side",
  beside_none: "Nothing",
  beside_coin: "Coin: {name}",
  beside_wrist: "Wrist of {size}",
  on_its_way: "The new shape is on its way.",
  arrived: "The new shape is shown.",
  retry: "Try again",
  lost_connection: "The connection is lost. The last shape stays; it goes on by itself as soon as the connection is back.",
  broken_scene: "The shape could not be read. The last one stays.",
  no_webgl: "This browser cannot draw in three dimensions (WebGL is missing or switched off). Everything else on this page works.",
  lost_webgl: "The browser has stopped drawing in three dimensions. Your choices are kept, and everything else on this page works.",
  poster: "Picture of {title}",
  width: "Width",
  height: "Height",
  depth: "Depth",
  pick_hint: "Tap a face or an edge.",
  measure_hint: "Tap two faces or edges.",
  measure_second: "Now tap the second one.",
  clear: "Clear",
  close: "Close",
  diameter: "Diameter",
  ring_diameter: "Ring diameter",
  area: "Area",
  length: "Length",
  half_angle: "Half angle",
  mass: "Mass",
  material: "Material",
  number: "Part number",
  face_plane: "Plane", face_cylinder: "Cylinder", face_cone: "Cone", face_sphere: "Sphere", face_torus: "Torus",
  face_other: "Free-form face",
  edge_line: "Straight edge", edge_circle: "Circular edge", edge_ellipse: "Elliptic edge", edge_curve: "Curved edge",
  between_planes: "Between parallel planes",
  between_axes: "Between parallel axes",
  between_skew_axes: "Shortest way between the axes",
  axis_to_plane: "From axis to plane",
  between_points: "From point to point, as tapped",
  between_centres: "From centre to centre",
  centre_to_plane: "From centre to plane",
  centre_to_axis: "From centre to axis",
  same_axis: "On one axis",
  angle: "Angle",
  ar_title: "In your room, true to size",
  ar_button: "Show it here",
  ar_loading: "Getting ready …",
} as const;

export type TextKey = keyof typeof ENGLISH;

/** The page's sentences. A missing one is said once on the console and shown in English. */
export class Texts {
  private given: Readonly<Record<string, string>> = ENGLISH;
  private readonly told = new Set<string>();

  /** Takes the page's sentences; without any, English is meant. */
  take(given: Readonly<Record<string, string>> | undefined): void {
    this.given = given && Object.keys(given).length ? given : ENGLISH;
  }

  /** The sentence `key`, its {names} replaced. */
  say(key: TextKey, values: Readonly<Record<string, string>> = {}): string {
    const found = this.given[key];
    if (found === undefined && !this.told.has(key)) {
      this.told.add(key);
      console.error(`viewer: the page passes no text "${key}"; English is shown`);
    }
    return (found ?? ENGLISH[key]).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }
}

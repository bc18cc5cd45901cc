/** The light: a photographer's studio made of soft boxes, drawn once into a reflection map. No picture is loaded. */

import {
  BackSide, Color, DoubleSide, Float32BufferAttribute, Mesh, MeshBasicMaterial, PlaneGeometry, PMREMGenerator, Scene,
  SphereGeometry, type Texture, type WebGLRenderer,
} from "three";

interface SoftBox {
  readonly width: number;
  readonly height: number;
  /** Where its middle is; it faces the origin. Y is up, the photographer stands at +Z. */
  readonly at: readonly [number, number, number];
  readonly strength: number;
  readonly tint: number;
}

/**
 * Large boxes above before and behind, strips at the sides and behind, a low reflector: bright fields with dark between make metal.
 * None stands straight overhead, where a dial seen from the front would mirror it and be only white.
 */
const BOXES: readonly SoftBox[] = [
  { width: 11, height: 4.2, at: [-1.2, 7.8, 6.6], strength: 7, tint: 0xfffaf2 },
  { width: 9, height: 2.6, at: [1.5, 8.2, -6.2], strength: 3.4, tint: 0xf6f9ff },
  { width: 1.8, height: 13, at: [-10, 4, 2.5], strength: 9, tint: 0xfff1df },
  { width: 0.7, height: 12, at: [-8.5, 4, 6.5], strength: 7, tint: 0xffffff },
  { width: 1.4, height: 13, at: [10, 3.6, 0.5], strength: 8, tint: 0xeaf2ff },
  { width: 4, height: 6, at: [9, 5, 7], strength: 1.6, tint: 0xffffff },
  { width: 12, height: 1.0, at: [0, 3.6, -10], strength: 8, tint: 0xffffff },
  { width: 14, height: 1.1, at: [0, -3, 10], strength: 1.8, tint: 0xfff6ea },
  { width: 1.6, height: 6, at: [-6.5, 4, -8], strength: 5, tint: 0xf2f6ff },
  { width: 1.2, height: 6, at: [6.5, 4, -8.5], strength: 4, tint: 0xfff4e6 },
];

/** How bright the empty room is at a height from -1 (floor) to 1 (ceiling): dark at eye level, or metal looks like paint. */
function room(height: number): number {
  if (height < 0) return 0.15 + 0.24 * Math.min(1, -1.6 * height);
  return 0.15 + 0.36 * height * height + 0.09 * height;
}

/** The reflection map of the studio. `size` is the side of its cube's faces in pixels. */
export function studio(renderer: WebGLRenderer, size: number): Texture {
  const scene = new Scene();
  const dome = new SphereGeometry(40, 48, 48);
  const heights = dome.getAttribute("position");
  const colours: number[] = [];
  for (let i = 0; i < heights.count; i += 1) {
    // brighter behind the photographer: flat metal shows where it leans
    const light = room(heights.getY(i) / 40) * (1 + 0.5 * heights.getZ(i) / 40);
    colours.push(light * 1.0, light * 0.985, light * 0.96);
  }
  dome.setAttribute("color", new Float32BufferAttribute(colours, 3));
  scene.add(new Mesh(dome, new MeshBasicMaterial({ vertexColors: true, side: BackSide, toneMapped: false })));
  for (const box of BOXES) {
    const colour = new Color(box.tint).multiplyScalar(box.strength);
    const sheet = new PlaneGeometry(box.width, box.height, 10, 10), corners = sheet.getAttribute("uv"), glow: number[] = [];
    for (let i = 0; i < corners.count; i += 1) {
      // a soft box is brightest in its middle: flat metal shows a gradient, not a white field
      const x = 2 * corners.getX(i) - 1, y = 2 * corners.getY(i) - 1, light = (1 - 0.6 * x * x) * (1 - 0.6 * y * y);
      glow.push(light, light, light);
    }
    sheet.setAttribute("color", new Float32BufferAttribute(glow, 3));
    const mesh = new Mesh(sheet, new MeshBasicMaterial({ color: colour, vertexColors: true, side: DoubleSide, toneMapped: false }));
    mesh.position.set(...box.at);
    mesh.lookAt(0, 0, 0);
    scene.add(mesh);
  }
  const generator = new PMREMGenerator(renderer);
  const { texture } = generator.fromScene(scene, 0.012, 0.1, 100, { size });
  generator.dispose();
  scene.traverse((each) => {
    if (each instanceof Mesh) {
      (each.geometry as PlaneGeometry).dispose();
      (each.material as MeshBasicMaterial).dispose();
    }
  });
  return texture;
}

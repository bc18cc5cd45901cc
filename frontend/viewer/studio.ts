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

/** One large box overhead, strips at the sides and behind, a low reflector: bright fields with dark between make metal. */
const BOXES: readonly SoftBox[] = [
  { width: 11, height: 7, at: [0, 10, 2.2], strength: 5.2, tint: 0xfffaf2 },
  { width: 2.6, height: 12, at: [-10, 4, 3], strength: 7.5, tint: 0xfff1df },
  { width: 2.0, height: 12, at: [10, 3.4, 1.5], strength: 6.2, tint: 0xe9f1ff },
  { width: 12, height: 1.3, at: [0, 4.4, -10], strength: 6, tint: 0xffffff },
  { width: 5, height: 2.4, at: [5.5, 6.5, 8.5], strength: 3.2, tint: 0xffffff },
  { width: 14, height: 1.6, at: [0, -2.4, 10.5], strength: 1.5, tint: 0xfff6ea },
  { width: 2.2, height: 5, at: [-6.5, 5, -8], strength: 4, tint: 0xf2f6ff },
];

/** How bright the empty room is at a height from -1 (floor) to 1 (ceiling). */
function room(height: number): number {
  if (height < 0) return 0.34 + 0.12 * (1 + height);
  return height < 0.25 ? 0.2 + 0.5 * Math.abs(height - 0.1) : 0.28 + 0.75 * (height - 0.25);
}

/** The reflection map of the studio. `size` is the side of its cube's faces in pixels. */
export function studio(renderer: WebGLRenderer, size: number): Texture {
  const scene = new Scene();
  const dome = new SphereGeometry(40, 48, 48);
  const heights = dome.getAttribute("position");
  const colours: number[] = [];
  for (let i = 0; i < heights.count; i += 1) {
    const light = room(heights.getY(i) / 40);
    colours.push(light * 1.0, light * 0.985, light * 0.96);
  }
  dome.setAttribute("color", new Float32BufferAttribute(colours, 3));
  scene.add(new Mesh(dome, new MeshBasicMaterial({ vertexColors: true, side: BackSide, toneMapped: false })));
  for (const box of BOXES) {
    const colour = new Color(box.tint).multiplyScalar(box.strength);
    const mesh = new Mesh(new PlaneGeometry(box.width, box.height, 1, 1),
                          new MeshBasicMaterial({ color: colour, side: DoubleSide, toneMapped: false }));
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

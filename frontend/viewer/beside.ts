/** What everybody knows the size of, beside the product: a coin with a reeded rim, or a wrist. mm, Y up. */

import { BufferAttribute, CylinderGeometry, LatheGeometry, Mesh, MeshStandardMaterial, Vector2, Vector3, type Box3 } from "three";
import { dress, material } from "./materials";
import type { Model } from "./model";
import type { Coin, Wrist } from "./types";

const REEDS = 128;
const GAP = 5;
/** Height of a wrist to its width: how it is drawn, not what is measured. */
const FLATNESS = 0.74;
const LENGTH = 84;

/** A coin that lies on the ground to the right of the box. */
export function coinBeside(coin: Coin, box: Box3): Mesh {
  const radius = coin.diameter / 2, thick = coin.thickness, rim = Math.min(1.1, radius * 0.1), sunk = thick * 0.12, bevel = thick * 0.08;
  const profile = [[0, sunk], [radius - rim, sunk], [radius - rim + sunk, 0], [radius - bevel, 0], [radius, bevel], [radius, bevel],
                   [radius, thick - bevel], [radius, thick - bevel], [radius - bevel, thick], [radius - rim + sunk, thick],
                   [radius - rim, thick - sunk], [0, thick - sunk]].map(([x, y]) => new Vector2(x, y));
  const geometry = new LatheGeometry(profile, REEDS * 2).toNonIndexed();
  const position = geometry.getAttribute("position") as BufferAttribute;
  const step = Math.PI / REEDS;
  for (let i = 0; i < position.count; i += 1) {
    const x = position.getX(i), z = position.getZ(i), far = Math.hypot(x, z), y = position.getY(i);
    const odd = Math.round(Math.atan2(x, z) / step) % 2 !== 0;
    if (far > radius - 1e-3 && y > bevel / 2 && y < thick - bevel / 2 && odd) {
      const to = (radius - 0.16) / far;
      position.setXYZ(i, x * to, y, z * to);
    }
  }
  geometry.computeVertexNormals(); // flat facets: the rim is reeded, the faces are plain
  const surface = new Float32Array(position.count * 2);
  for (let i = 0; i < position.count; i += 1) {
    const field = Math.hypot(position.getX(i), position.getZ(i)) < radius - rim + 1e-3;
    surface.set([field ? 2 : 0, 1], 2 * i); // a frosted field in a bright rim
  }
  geometry.setAttribute("surface", new BufferAttribute(surface, 2));
  const metal = material(false);
  dress(metal, { colour: [0.84, 0.83, 0.8], metallic: 1, roughness: 0.28, opacity: 1, transmission: 0, ior: 1.5, finish: "" });
  const mesh = new Mesh(geometry, metal);
  mesh.position.set(box.max.x + GAP + radius, box.min.y, box.max.z - radius);
  mesh.name = "coin";
  return finished(mesh);
}

/** A wrist under the product, which rests on it. It runs along X and fades at its ends. */
export function wristUnder(wrist: Wrist, box: Box3, model: Model): Mesh {
  const half = halfWidth(wrist.circumference), tall = half * FLATNESS;
  const middle = box.getCenter(new Vector3());
  // as high as it goes without entering the product
  let top = Infinity;
  const point = new Vector3();
  for (const shown of model.parts) {
    for (const object of shown.objects) {
      for (let i = 0; i < shown.mesh.position.length; i += 3) {
        point.fromArray(shown.mesh.position, i).applyMatrix4(object.matrixWorld);
        const aside = (point.z - middle.z) / half;
        if (Math.abs(aside) < 1) top = Math.min(top, point.y - tall * Math.sqrt(1 - aside * aside));
      }
    }
  }
  const geometry = new CylinderGeometry(1, 1, LENGTH, 160, 24, true);
  geometry.rotateZ(Math.PI / 2);
  geometry.scale(1, tall, half);
  geometry.computeVertexNormals();
  const position = geometry.getAttribute("position"), colours = new Float32Array(position.count * 4);
  for (let i = 0; i < position.count; i += 1) {
    const far = Math.abs(position.getX(i)) / (LENGTH / 2), fade = Math.min(1, Math.max(0, (1 - far) / 0.45));
    colours.set([1, 1, 1, fade * fade * (3 - 2 * fade)], 4 * i);
  }
  geometry.setAttribute("color", new BufferAttribute(colours, 4));
  const mesh = new Mesh(geometry, new MeshStandardMaterial({
    color: 0xb9a596, metalness: 0, roughness: 0.7, vertexColors: true, transparent: true, envMapIntensity: 0.75,
  }));
  mesh.position.set(middle.x, Number.isFinite(top) ? top : box.min.y - tall, middle.z);
  mesh.name = "wrist";
  mesh.renderOrder = 5;
  return finished(mesh);
}

function finished(mesh: Mesh): Mesh {
  mesh.receiveShadow = true;
  mesh.castShadow = mesh.name === "coin";
  mesh.raycast = () => undefined;
  return mesh;
}

/** Half the width of an ellipse of that circumference (Ramanujan's first approximation, right to 1e-5 here). */
function halfWidth(circumference: number): number {
  const b = FLATNESS;
  return circumference / (Math.PI * (3 * (1 + b) - Math.sqrt((3 + b) * (1 + 3 * b))));
}

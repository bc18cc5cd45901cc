/** The product as three.js objects, part by part. What a new scene has in common with the old one is kept. */

import { Box3, BufferAttribute, BufferGeometry, Matrix4, Mesh, MeshPhysicalMaterial, Vector3, type Group, type Plane } from "three";
import type { PartMesh } from "./glb";
import { cut, dress, isGlass, material, surfaceAttribute } from "./materials";
import { openness } from "./recess";
import type { Appearance, SceneData, ScenePart } from "./types";

/** One part as it is shown. */
export interface ShownPart {
  part: ScenePart;
  readonly mesh: PartMesh;
  readonly geometry: BufferGeometry;
  material: MeshPhysicalMaterial;
  look: Appearance;
  /** One for each placement. */
  objects: Mesh<BufferGeometry, MeshPhysicalMaterial>[];
}

const GLASS_ORDER = 500;

export class Model {
  parts: ShownPart[] = [];
  scene: SceneData | null = null;
  private readonly open = new WeakMap<PartMesh, Float32Array>();
  private planes: Plane[] = [];

  constructor(private readonly root: Group) {}

  /** Everything that casts a shadow. */
  get casters(): Mesh[] {
    return this.parts.filter((each) => !isGlass(each.look) && each.look.opacity > 0.5).flatMap((each) => each.objects);
  }

  /** Shows `scene`, all at once. */
  show(scene: SceneData, meshes: ReadonlyMap<string, PartMesh>, looks: Readonly<Record<string, Appearance>>): void {
    const before = new Map(this.parts.map((each) => [each.part.name, each]));
    this.scene = scene;
    this.parts = scene.parts.flatMap((part) => {
      const mesh = meshes.get(part.mesh);
      if (!mesh) return [];
      const old = before.get(part.name), look = looks[part.name] ?? part.appearance;
      const same = old && old.mesh === mesh ? old : null;
      if (same) before.delete(part.name);
      const shown = same ?? this.made(part, mesh, look);
      shown.part = part;
      this.put(shown);
      this.dress(shown, look);
      return [shown];
    });
    for (const gone of before.values()) this.remove(gone);
  }

  /** Other looks on the same shapes. Returns whether anything changed. */
  dressAll(looks: Readonly<Record<string, Appearance>>): boolean {
    const changed = this.parts.map((each) => this.dress(each, looks[each.part.name] ?? each.part.appearance));
    return changed.some(Boolean);
  }

  cut(planes: Plane[]): void {
    this.planes = planes;
    for (const each of this.parts) cut(each.material, planes);
  }

  /** The exact box, mm, Y up. */
  box(): Box3 {
    const { low, high } = this.scene?.box ?? { low: [-1, -1, -1], high: [1, 1, 1] };
    return new Box3(new Vector3(low[0], low[2], -high[1]), new Vector3(high[0], high[2], -low[1]));
  }

  dispose(): void {
    for (const each of this.parts) this.remove(each);
    this.parts = [];
  }

  private made(part: ScenePart, mesh: PartMesh, look: Appearance): ShownPart {
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(mesh.position, 3));
    geometry.setAttribute("normal", new BufferAttribute(mesh.normal, 3));
    geometry.setIndex(new BufferAttribute(mesh.index, 1));
    geometry.setAttribute("surface", surfaceAttribute(mesh.face, this.openness(mesh), look));
    geometry.computeBoundingSphere();
    const made = material(isGlass(look));
    dress(made, look);
    cut(made, this.planes);
    return { part, mesh, geometry, material: made, look, objects: [] };
  }

  private openness(mesh: PartMesh): Float32Array {
    let found = this.open.get(mesh);
    if (!found) this.open.set(mesh, found = openness(mesh));
    return found;
  }

  /** One object for each placement, where it belongs. */
  private put(shown: ShownPart): void {
    const { placements } = shown.part;
    while (shown.objects.length > placements.length) shown.objects.pop()?.removeFromParent();
    placements.forEach((placement, at) => {
      let object = shown.objects[at];
      if (!object) {
        object = new Mesh(shown.geometry, shown.material);
        object.matrixAutoUpdate = false;
        shown.objects.push(object);
        this.root.add(object);
      }
      object.name = shown.part.name;
      object.matrix.fromArray(placement as number[]);
      object.matrixWorldNeedsUpdate = true;
      object.updateMatrixWorld(true);
      this.order(shown, object);
    });
  }

  private order(shown: ShownPart, object: Mesh): void {
    const glass = isGlass(shown.look);
    object.renderOrder = glass ? GLASS_ORDER : 0;
    object.castShadow = !glass;
    object.receiveShadow = !glass;
  }

  private dress(shown: ShownPart, look: Appearance): boolean {
    if (shown.look === look || JSON.stringify(shown.look) === JSON.stringify(look)) {
      shown.look = look;
      return false;
    }
    const before = shown.look;
    shown.look = look;
    if (isGlass(before) !== isGlass(look)) {
      shown.material.dispose();
      shown.material = material(isGlass(look));
      cut(shown.material, this.planes);
      for (const object of shown.objects) {
        object.material = shown.material;
        this.order(shown, object);
      }
    }
    dress(shown.material, look);
    if (before.finish !== look.finish || JSON.stringify(before.faces) !== JSON.stringify(look.faces)) {
      shown.geometry.setAttribute("surface", surfaceAttribute(shown.mesh.face, this.openness(shown.mesh), look));
    }
    return true;
  }

  private remove(shown: ShownPart): void {
    for (const object of shown.objects) object.removeFromParent();
    shown.geometry.dispose();
    shown.material.dispose();
  }
}

/** The world matrix of a placement, mm to mm: for rows of faces, whose frame is the part's, Z up. */
export function cadToWorld(placement: readonly number[]): Matrix4 {
  const up = new Matrix4().set(1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1);
  const matrix = new Matrix4().fromArray(placement as number[]);
  const e = matrix.elements;
  [12, 13, 14].forEach((at) => { e[at] = (e[at] ?? 0) * 1000; });
  return matrix.multiply(up);
}

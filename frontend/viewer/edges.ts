/** CAD edges as crisp lines, hidden behind surfaces. Made when first wanted. */

import { Color, type Plane } from "three";
import { LineMaterial } from "three/addons/lines/LineMaterial.js";
import { LineSegments2 } from "three/addons/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/addons/lines/LineSegmentsGeometry.js";
import type { PartMesh } from "./glb";
import { isGlass } from "./materials";
import type { Model, ShownPart } from "./model";

/** Both ends of the pairs `first` to `first + count` of a part's edge indices, metres. */
export function segments(lines: NonNullable<PartMesh["lines"]>, first = 0, count = lines.index.length): Float32Array {
  const ends = new Float32Array(count * 3);
  for (let i = 0; i < count; i += 1) {
    const at = 3 * lines.index[first + i]!;
    ends.set(lines.position.subarray(at, at + 3), 3 * i);
  }
  return ends;
}

/** A set of lines of one width in pixels, placed as `shown` is. */
export function lineObject(ends: Float32Array, look: LineMaterial): LineSegments2 {
  const object = new LineSegments2(new LineSegmentsGeometry().setPositions(ends), look);
  object.matrixAutoUpdate = false;
  object.raycast = () => undefined;
  return object;
}

export class Edges {
  on = false;
  private readonly made = new Map<ShownPart, LineSegments2[]>();
  private readonly solid = new LineMaterial({ color: 0x14130f, linewidth: 1.15, transparent: true, opacity: 0.85, depthWrite: false });
  private readonly faint = new LineMaterial({ color: 0x2a3a44, linewidth: 0.9, transparent: true, opacity: 0.35, depthWrite: false });

  constructor(private readonly model: Model) {}

  /** Dark lines on a light stage, and the other way round on dark metal: told by the theme. */
  theme(dark: boolean): void {
    this.solid.color = new Color(dark ? 0x08090a : 0x14130f);
  }

  /** What is shown follows the model. */
  update(planes: Plane[]): void {
    this.solid.clippingPlanes = this.faint.clippingPlanes = planes;
    const wanted = new Set(this.on ? this.model.parts : []);
    for (const [shown, objects] of this.made) {
      if (wanted.has(shown) && objects.length === shown.objects.length) continue;
      for (const object of objects) object.removeFromParent();
      objects[0]?.geometry.dispose();
      this.made.delete(shown);
    }
    for (const shown of wanted) {
      if (!this.made.has(shown) && shown.mesh.lines) this.made.set(shown, this.objects(shown, shown.mesh.lines));
      this.made.get(shown)?.forEach((object, at) => {
        object.matrix.copy(shown.objects[at]!.matrix);
        object.matrixWorldNeedsUpdate = true;
      });
    }
  }

  private objects(shown: ShownPart, lines: NonNullable<PartMesh["lines"]>): LineSegments2[] {
    const first = lineObject(segments(lines), isGlass(shown.look) ? this.faint : this.solid);
    const all = shown.objects.map((_, at) => {
      const object = at === 0 ? first : new LineSegments2(first.geometry, first.material);
      object.matrixAutoUpdate = false;
      object.raycast = () => undefined;
      object.renderOrder = 400;
      return object;
    });
    for (const object of all) shown.objects[0]?.parent?.add(object);
    return all;
  }

  dispose(): void {
    this.on = false;
    this.update([]);
    this.solid.dispose();
    this.faint.dispose();
  }
}

/** Which face or edge is under a finger, and how it is lit up. */

import {
  BufferAttribute, BufferGeometry, DoubleSide, Matrix4, Mesh, MeshBasicMaterial, Raycaster, Vector2, Vector3, type Camera, type Group,
  type Object3D, type Plane,
} from "three";
import { LineMaterial } from "three/addons/lines/LineMaterial.js";
import { lineObject, segments } from "./edges";
import type { Gauge } from "./measure";
import { cadToWorld, type Model, type ShownPart } from "./model";
import type { EdgeRow, FaceRow, Point } from "./types";

export interface Pick {
  readonly kind: "face" | "edge";
  readonly shown: ShownPart;
  readonly placement: number;
  readonly index: number;
  readonly row: FaceRow | EdgeRow;
  /** Where it was hit: world, mm. */
  readonly point: Vector3;
}

interface Near { pick: Pick; pixels: number }

/** What is hit at `at` (pixels of a canvas of `size`), nearest first; an edge within `reach` pixels goes before the face behind it. */
export function picksAt(model: Model, camera: Camera, at: Vector2, size: Vector2, planes: readonly Plane[], reach: number): Pick[] {
  const ray = new Raycaster();
  ray.setFromCamera(new Vector2(at.x / size.x * 2 - 1, 1 - at.y / size.y * 2), camera);
  const owner = new Map<Object3D, [ShownPart, number]>();
  for (const shown of model.parts) shown.objects.forEach((object, placement) => owner.set(object, [shown, placement]));
  const faces: Pick[] = [];
  for (const hit of ray.intersectObjects([...owner.keys()], false)) {
    const found = owner.get(hit.object);
    if (!found || !hit.face || planes.some((plane) => plane.distanceToPoint(hit.point) < 0)) continue;
    const [shown, placement] = found, index = shown.mesh.face[hit.face.a] ?? 0, row = shown.mesh.faces[index];
    if (row) faces.push({ kind: "face", shown, placement, index, row, point: hit.point });
  }
  const limit = faces[0] ? faces[0].point.distanceTo(camera.position) * 1.004 : Infinity;
  const edge = nearestEdge(model, camera, at, size, planes, reach, limit);
  return edge ? [edge.pick, ...faces] : faces;
}

function nearestEdge(model: Model, camera: Camera, at: Vector2, size: Vector2, planes: readonly Plane[], reach: number, limit: number): Near | null {
  let best: Near | null = null;
  const view = camera.matrixWorldInverse, projection = new Matrix4().multiplyMatrices(camera.projectionMatrix, view);
  const a = new Vector3(), b = new Vector3(), p = new Vector3(), q = new Vector3();
  for (const shown of model.parts) {
    const lines = shown.mesh.lines;
    if (!lines?.rows.length) continue;
    shown.objects.forEach((object, placement) => lines.rows.forEach((row, index) => {
      for (let i = row.first; i < row.first + row.count; i += 2) {
        a.fromArray(lines.position, 3 * lines.index[i]!).applyMatrix4(object.matrixWorld);
        b.fromArray(lines.position, 3 * lines.index[i + 1]!).applyMatrix4(object.matrixWorld);
        screen(p.copy(a).applyMatrix4(projection), size);
        screen(q.copy(b).applyMatrix4(projection), size);
        const dx = q.x - p.x, dy = q.y - p.y, square = dx * dx + dy * dy;
        const share = square ? Math.min(1, Math.max(0, ((at.x - p.x) * dx + (at.y - p.y) * dy) / square)) : 0;
        const pixels = Math.hypot(p.x + share * dx - at.x, p.y + share * dy - at.y);
        if (pixels > Math.min(reach, best?.pixels ?? Infinity)) continue;
        const point = a.clone().lerp(b, share);
        if (point.distanceTo(camera.position) > limit || planes.some((plane) => plane.distanceToPoint(point) < -1e-6)) continue;
        best = { pixels, pick: { kind: "edge", shown, placement, index, row, point } };
      }
    }));
  }
  return best;
}

function screen(point: Vector3, size: Vector2): void {
  point.set((point.x + 1) / 2 * size.x, (1 - point.y) / 2 * size.y, point.z);
}

/** What a pick is to a gauge; a row without its place can only be measured where it was tapped. */
export function gauge(pick: Pick): Gauge {
  const world = cadToWorld(pick.shown.part.placements[pick.placement] ?? []);
  const place = (point: Point) => new Vector3(...point).applyMatrix4(world);
  const way = (direction: Point) => new Vector3(...direction).transformDirection(world);
  const { row } = pick;
  if (pick.kind === "edge") {
    const edge = row as EdgeRow, lines = pick.shown.mesh.lines;
    if (edge.type === "circle" && edge.centre_mm && edge.direction) {
      return { kind: "axis", point: place(edge.centre_mm), direction: way(edge.direction), centre: true };
    }
    if (edge.type === "line" && edge.origin_mm && edge.direction) {
      return { kind: "axis", point: place(edge.origin_mm), direction: way(edge.direction), centre: false };
    }
    if (edge.type === "line" && lines) {
      const object = pick.shown.objects[pick.placement]!;
      const end = (at: number) => new Vector3().fromArray(lines.position, 3 * lines.index[at]!).applyMatrix4(object.matrixWorld);
      const from = end(edge.first), to = end(edge.first + edge.count - 1);
      const direction = edge.direction ? way(edge.direction) : to.sub(from).normalize();
      if (direction.lengthSq() > 0.5) return { kind: "axis", point: from, direction, centre: false };
    }
    return { kind: "point", point: pick.point };
  }
  const face = row as FaceRow;
  if (face.type === "sphere" && face.origin_mm) return { kind: "centre", point: place(face.origin_mm) };
  if (!face.origin_mm || !face.direction) return { kind: "point", point: pick.point };
  const [point, direction] = [place(face.origin_mm), way(face.direction)];
  if (face.type === "plane") return { kind: "plane", point, direction };
  if (["cylinder", "cone", "torus"].includes(face.type)) return { kind: "axis", point, direction, centre: false };
  return { kind: "point", point: pick.point };
}

/** Lays a colour over what is picked. */
export class Highlights {
  private readonly face = new MeshBasicMaterial({
    transparent: true, opacity: 0.5, depthWrite: false, side: DoubleSide, polygonOffset: true, polygonOffsetFactor: -2, polygonOffsetUnits: -4,
    toneMapped: false,
  });
  /** What lies behind something, faintly. */
  private readonly behind = new MeshBasicMaterial({ transparent: true, opacity: 0.5, depthWrite: false, depthTest: false, side: DoubleSide, toneMapped: false });
  private readonly line = new LineMaterial({ linewidth: 4, depthWrite: false, transparent: true, depthTest: false, toneMapped: false });
  private objects: (Mesh | ReturnType<typeof lineObject>)[] = [];

  constructor(private readonly root: Group) {}

  /** `through`: faces are seen through what stands before them. */
  show(picks: readonly Pick[], colour: string, planes: Plane[], through = false): void {
    this.clear();
    for (const material of [this.face, this.behind, this.line]) {
      material.color.setStyle(colour);
      material.clippingPlanes = planes;
    }
    for (const pick of picks) {
      const object = pick.kind === "face" ? this.faceObject(pick) : this.edgeObject(pick);
      if (!object) continue;
      this.lay(object, pick);
      if (through && object instanceof Mesh && pick.kind === "face") this.lay(new Mesh(object.geometry, this.behind), pick);
    }
  }

  private lay(object: Mesh | ReturnType<typeof lineObject>, pick: Pick): void {
    object.matrixAutoUpdate = false;
    object.matrix.copy(pick.shown.objects[pick.placement]!.matrix);
    object.renderOrder = 600;
    object.raycast = () => undefined;
    this.root.add(object);
    object.updateMatrixWorld(true);
    this.objects.push(object);
  }

  private faceObject(pick: Pick): Mesh {
    const { mesh, geometry } = pick.shown, corners: number[] = [];
    for (let t = 0; t < mesh.index.length; t += 3) {
      if (mesh.face[mesh.index[t]!] === pick.index) corners.push(mesh.index[t]!, mesh.index[t + 1]!, mesh.index[t + 2]!);
    }
    const own = new BufferGeometry();
    own.setAttribute("position", new BufferAttribute((geometry.getAttribute("position") as BufferAttribute).array, 3));
    own.setIndex(corners);
    return new Mesh(own, this.face);
  }

  private edgeObject(pick: Pick): ReturnType<typeof lineObject> | null {
    const { lines } = pick.shown.mesh, row = pick.row as EdgeRow;
    return lines ? lineObject(segments(lines, row.first, row.count), this.line) : null;
  }

  clear(): void {
    for (const object of this.objects) {
      object.removeFromParent();
      object.geometry.dispose();
    }
    this.objects = [];
  }

  dispose(): void {
    this.clear();
    this.face.dispose();
    this.behind.dispose();
    this.line.dispose();
  }
}

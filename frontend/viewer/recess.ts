/** How much of the room each face of a part sees: what lies at the bottom of a narrow pocket, a letter say, is darker. */

import type { PartMesh } from "./glb";

/** A wall rises above a floor if the middle of its face stands this much over the floor's tangent plane, metres. */
const RISES = 2e-6;

interface Face { area: number; rim: number; x: number; y: number; z: number; count: number; rises: number; joins: number; wall: number }

/**
 * For each row of faces, from 0 (nothing of the room) to 1 (all of it).
 *
 * A face is the floor of a pocket if nearly all faces around it rise above it. The share of the room that the middle
 * of a trench sees is that between its two walls: half / sqrt(half^2 + depth^2).
 */
export function openness(mesh: PartMesh): Float32Array {
  const rows = mesh.face.reduce((most, each) => Math.max(most, each), 0) + 1;
  const faces: Face[] = Array.from({ length: rows }, () => ({ area: 0, rim: 0, x: 0, y: 0, z: 0, count: 0, rises: 0, joins: 0, wall: 0 }));
  areas(mesh, faces);
  const corners = corner_groups(mesh.position);
  const neighbours: Set<number>[] = Array.from({ length: rows }, () => new Set<number>());
  for (const group of corners) {
    for (const v of group) {
      const f = mesh.face[v]!, own = faces[f]!;
      for (const w of group) {
        const g = mesh.face[w]!;
        if (g === f) continue;
        neighbours[f]!.add(g);
        const other = faces[g]!;
        const height = (other.x - mesh.position[3 * v]!) * mesh.normal[3 * v]!
          + (other.y - mesh.position[3 * v + 1]!) * mesh.normal[3 * v + 1]!
          + (other.z - mesh.position[3 * v + 2]!) * mesh.normal[3 * v + 2]!;
        own.joins += 1;
        if (height > RISES) {
          own.rises += 1;
          own.wall = Math.max(own.wall, 2 * height);
        }
      }
    }
  }
  const open = new Float32Array(rows).fill(1);
  faces.forEach((face, at) => {
    if (face.joins < 3 || face.rises < 0.92 * face.joins || face.rim === 0) return;
    const half = face.area / face.rim;
    open[at] = half / Math.hypot(half, face.wall);
  });
  const floors = open.slice();
  floors.forEach((share, at) => {
    if (share > 0.85) return;
    for (const g of neighbours[at]!) {
      if (floors[g] === 1 && faces[g]!.area < 4 * faces[at]!.area) open[g] = Math.min(open[g]!, 0.5 + 0.5 * share);
    }
  });
  return open;
}

/** Area, length of the rim and middle of each face. */
function areas(mesh: PartMesh, faces: Face[]): void {
  const { position, index, face } = mesh, vertices = position.length / 3;
  const rims = new Map<number, number>();
  const along = (a: number, b: number) => Math.hypot(position[3 * a]! - position[3 * b]!, position[3 * a + 1]! - position[3 * b + 1]!,
                                                     position[3 * a + 2]! - position[3 * b + 2]!);
  for (let t = 0; t < index.length; t += 3) {
    const a = index[t]!, b = index[t + 1]!, c = index[t + 2]!;
    const [ab, bc, ca] = [along(a, b), along(b, c), along(c, a)], s = (ab + bc + ca) / 2;
    faces[face[a]!]!.area += Math.sqrt(Math.max(0, s * (s - ab) * (s - bc) * (s - ca)));
    for (const [p, q] of [[a, b], [b, c], [c, a]] as const) {
      const key = p < q ? p * vertices + q : q * vertices + p;
      rims.set(key, (rims.get(key) ?? 0) + 1);
    }
  }
  for (const [key, times] of rims) {
    if (times === 1) {
      const a = Math.floor(key / vertices);
      faces[face[a]!]!.rim += along(a, key % vertices);
    }
  }
  for (let v = 0; v < vertices; v += 1) {
    const own = faces[face[v]!]!;
    own.x += position[3 * v]!;
    own.y += position[3 * v + 1]!;
    own.z += position[3 * v + 2]!;
    own.count += 1;
  }
  for (const own of faces) {
    const count = Math.max(1, own.count);
    own.x /= count;
    own.y /= count;
    own.z /= count;
  }
}

/** Vertices at one place, where there are several: a micrometre is one place. */
function corner_groups(position: Float32Array): number[][] {
  const places = new Map<number, number[]>();
  for (let v = 0; v < position.length / 3; v += 1) {
    const x = Math.round(position[3 * v]! * 1e6), y = Math.round(position[3 * v + 1]! * 1e6), z = Math.round(position[3 * v + 2]! * 1e6);
    const key = (x * 73856093) ^ (y * 19349663) ^ (z * 83492791);
    const there = places.get(key);
    if (there) there.push(v);
    else places.set(key, [v]);
  }
  return [...places.values()].filter((group) => group.length > 1);
}

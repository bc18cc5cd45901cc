/** Reads the mesh file of one part. Arrays are views into the file: nothing is copied. */

import type { DeviationTable, EdgeRow, FaceRow } from "./types";

export type Indices = Uint16Array | Uint32Array;

/** One part as its file has it: metres, Y up. */
export interface PartMesh {
  readonly position: Float32Array;
  readonly normal: Float32Array;
  /** Row of the CAD face of each vertex. */
  readonly face: Float32Array;
  readonly index: Indices;
  readonly faces: readonly FaceRow[];
  /** Points of the CAD edges, and pairs of them. */
  readonly lines: { readonly position: Float32Array; readonly index: Indices; readonly rows: readonly EdgeRow[] } | null;
  /** How far each vertex lies from what the part follows, mm; more than any distance where nothing is followed. */
  readonly deviation: { readonly values: Float32Array; readonly table: DeviationTable } | null;
  readonly bytes: number;
}

/** The file is not one that the package writes. */
export class MeshUnreadable extends Error {}

interface Accessor { bufferView: number; byteOffset?: number; componentType: number; count: number; type: string }
interface Primitive { attributes: Record<string, number>; indices: number; mode?: number }
interface Document {
  accessors: Accessor[];
  bufferViews: { byteOffset?: number; byteLength: number }[];
  meshes: { primitives: Primitive[]; extras?: { faces?: FaceRow[]; edges?: EdgeRow[]; deviation?: DeviationTable } }[];
}

const MAGIC = 0x46546c67, JSON_CHUNK = 0x4e4f534a, LINES = 1, TRIANGLES = 4;
const WIDTH: Readonly<Record<string, number>> = { SCALAR: 1, VEC3: 3 };

/** The part in `file`. Throws MeshUnreadable if it is no such file. */
export function readPart(file: ArrayBuffer): PartMesh {
  const view = new DataView(file);
  if (file.byteLength < 28 || view.getUint32(0, true) !== MAGIC || view.getUint32(16, true) !== JSON_CHUNK) {
    throw new MeshUnreadable("not a binary glTF file");
  }
  const head = view.getUint32(12, true), start = 20 + head + 8;
  if (view.getUint32(8, true) !== file.byteLength) throw new MeshUnreadable("the file is not whole");
  const document = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 20, head))) as Document;
  const read = (at: number | undefined): Float32Array | Indices => {
    const accessor = at === undefined ? undefined : document.accessors[at];
    const span = accessor && document.bufferViews[accessor.bufferView];
    if (!accessor || !span) throw new MeshUnreadable("an array is missing");
    const from = start + (span.byteOffset ?? 0) + (accessor.byteOffset ?? 0);
    const count = accessor.count * (WIDTH[accessor.type] ?? 1);
    if (accessor.componentType === 5126) return new Float32Array(file, from, count);
    if (accessor.componentType === 5123) return new Uint16Array(file, from, count);
    if (accessor.componentType === 5125) return new Uint32Array(file, from, count);
    throw new MeshUnreadable(`unknown component type ${accessor.componentType}`);
  };
  let solid: Omit<PartMesh, "lines" | "bytes"> | null = null, lines: PartMesh["lines"] = null;
  for (const mesh of document.meshes) {
    for (const primitive of mesh.primitives) {
      const position = read(primitive.attributes["POSITION"]) as Float32Array;
      const index = read(primitive.indices) as Indices;
      if (primitive.mode === LINES) {
        lines ??= { position, index, rows: mesh.extras?.edges ?? [] };
      } else if ((primitive.mode ?? TRIANGLES) === TRIANGLES && !solid) {
        const table = mesh.extras?.deviation, values = primitive.attributes["_DEVIATION"];
        solid = { deviation: table && values !== undefined ? { values: read(values) as Float32Array, table } : null, position, index, normal: read(primitive.attributes["NORMAL"]) as Float32Array,
                  face: read(primitive.attributes["_FACE"]) as Float32Array, faces: mesh.extras?.faces ?? [] };
      }
    }
  }
  if (!solid) throw new MeshUnreadable("no triangles");
  return { ...solid, lines, bytes: file.byteLength };
}

/** Fetches scenes and meshes. A mesh is kept by its address; what is no longer wanted is aborted. */

import { MeshUnreadable, readPart, type PartMesh } from "./glb";
import type { Language, SceneData } from "./types";

/** Why a scene could not be had. `sentence` is the server's, if it gave one. */
export class LoadFailed extends Error {
  constructor(readonly kind: "missing" | "refused" | "connection" | "broken", readonly sentence: string | null,
              readonly retry: boolean) {
    super(sentence ?? kind);
  }
}

/** A scene with all its meshes, and what that took. */
export interface Loaded {
  readonly scene: SceneData;
  readonly meshes: ReadonlyMap<string, PartMesh>;
  readonly fetch_ms: number;
  readonly parse_ms: number;
  readonly bytes: number;
  readonly reused: number;
}

/** Keeps meshes up to `most` bytes; those of the scene shown last are never dropped. */
export class Loader {
  private readonly kept = new Map<string, PartMesh>();

  constructor(private readonly most = 96e6) {}

  /** The scene at `address` with its meshes. Throws LoadFailed, or AbortError if `signal` said so. */
  async load(address: string, language: Language, signal: AbortSignal): Promise<Loaded> {
    const began = performance.now();
    const response = await this.get(address, language, signal);
    const scene = await reading(() => response.json() as Promise<SceneData>, signal);
    if (!Array.isArray(scene.parts)) throw new LoadFailed("broken", null, false);
    const meshes = new Map<string, PartMesh>();
    let bytes = 0, reused = 0, parse = 0;
    await Promise.all([...new Set(scene.parts.map((part) => part.mesh))].map(async (url) => {
      const known = this.kept.get(url);
      if (known) {
        reused += 1;
        meshes.set(url, known);
        return;
      }
      const answer = await this.get(url, language, signal);
      const file = await reading(() => answer.arrayBuffer(), signal);
      const before = performance.now();
      try {
        meshes.set(url, readPart(file));
      } catch (error) {
        if (error instanceof MeshUnreadable || error instanceof SyntaxError || error instanceof RangeError) {
          throw new LoadFailed("broken", null, true);
        }
        throw error;
      }
      parse += performance.now() - before;
      bytes += file.byteLength;
    }));
    return { scene, meshes, fetch_ms: performance.now() - began - parse, parse_ms: parse, bytes, reused };
  }

  /** Keeps the meshes of the scene that is shown, and drops the oldest others once there are too many. Returns what left. */
  keep(shown: ReadonlyMap<string, PartMesh>): PartMesh[] {
    for (const [url, mesh] of shown) {
      this.kept.delete(url);
      this.kept.set(url, mesh);
    }
    let total = 0;
    for (const mesh of this.kept.values()) total += mesh.bytes;
    const left: PartMesh[] = [];
    for (const [url, mesh] of this.kept) {
      if (total <= this.most) break;
      if (shown.has(url)) continue;
      this.kept.delete(url);
      total -= mesh.bytes;
      left.push(mesh);
    }
    return left;
  }

  private async get(url: string, language: Language, signal: AbortSignal): Promise<Response> {
    const response = await reading(() => fetch(new URL(url, document.baseURI), { signal, credentials: "same-origin" }), signal);
    if (response.ok) return response;
    const told = await response.json().catch(() => null) as
      { error?: { sentences?: Partial<Record<Language, string>>; retry?: boolean } } | null;
    const sentence = told?.error?.sentences?.[language] ?? told?.error?.sentences?.en ?? null;
    if (response.status === 404) throw new LoadFailed("missing", sentence, told?.error?.retry ?? false);
    // a gateway between us and a server that restarts
    if ([502, 503, 504].includes(response.status) && sentence === null) throw new LoadFailed("connection", null, true);
    throw new LoadFailed("refused", sentence, told?.error?.retry ?? true);
  }
}

/** What `read` gives; a broken connection becomes LoadFailed, an abort stays one. */
async function reading<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof SyntaxError) throw new LoadFailed("broken", null, true);
    throw new LoadFailed("connection", null, true);
  }
}

/** Appearances become materials. One program serves all opaque surfaces, one all glass. */

import {
  BufferAttribute, Color, CustomBlending, FrontSide, MeshPhysicalMaterial, OneFactor, OneMinusSrcAlphaFactor, ShaderChunk,
  SRGBColorSpace, Vector3, type Plane, type WebGLProgramParametersWithUniforms,
} from "three";
import {
  FRAGMENT_HEAD, FRAGMENT_NORMAL, FRAGMENT_OPENNESS, FRAGMENT_RADIANCE, GLASS_OPAQUE, VERTEX_BODY, VERTEX_HEAD,
} from "./surface.glsl";
import type { Appearance, Finish } from "./types";

const CODES: Readonly<Record<Finish, number>> = { "": 0, polished: 0, brushed: 1, satin: 1, blasted: 2 };
const ONE_REFLECTION = "radiance += getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );";

/** Whether light goes through. */
export function isGlass(look: Appearance): boolean {
  return look.transmission > 0.05;
}

function replaced(source: string, from: string, to: string): string {
  if (!source.includes(from)) throw new Error(`the shader has no "${from.slice(0, 60)}"`);
  return source.replace(from, to);
}

/** A material for one part. Its numbers are set by `dress`. */
export function material(glass: boolean): MeshPhysicalMaterial {
  const made = new MeshPhysicalMaterial({ side: FrontSide, clipShadows: true });
  const turning = { value: new Vector3(0, 1, 0) };
  made.userData["turning"] = turning;
  const body = { value: new Color() }, bodyShare = { value: 0 };
  made.userData["body"] = body;
  made.userData["bodyShare"] = bodyShare;
  if (glass) {
    made.transparent = true;
    made.depthWrite = false;
    made.blending = CustomBlending;
    made.blendSrc = OneFactor;
    made.blendDst = OneMinusSrcAlphaFactor;
  } else {
    // edges lie on the surfaces: those step back a little
    made.polygonOffset = true;
    made.polygonOffsetFactor = 1;
    made.polygonOffsetUnits = 1;
  }
  made.onBeforeCompile = (shader: WebGLProgramParametersWithUniforms) => {
    if (glass) {
      Object.assign(shader.uniforms, { body, bodyShare });
      shader.fragmentShader = replaced(shader.fragmentShader, "void main() {", "uniform vec3 body;\nuniform float bodyShare;\nvoid main() {");
      shader.fragmentShader = replaced(shader.fragmentShader, "#include <opaque_fragment>", GLASS_OPAQUE);
      return;
    }
    shader.uniforms["turning"] = turning;
    shader.vertexShader = replaced(shader.vertexShader, "void main() {", `${VERTEX_HEAD}\nvoid main() {${VERTEX_BODY}`);
    let fragment = replaced(shader.fragmentShader, "void main() {", `${FRAGMENT_HEAD}\nvoid main() {`);
    fragment = replaced(fragment, "#include <normal_fragment_begin>", `#include <normal_fragment_begin>\n${FRAGMENT_NORMAL}`);
    fragment = replaced(fragment, "#include <lights_fragment_maps>",
                        replaced(ShaderChunk.lights_fragment_maps, ONE_REFLECTION, FRAGMENT_RADIANCE));
    shader.fragmentShader = replaced(fragment, "#include <aomap_fragment>", `#include <aomap_fragment>\n${FRAGMENT_OPENNESS}`);
  };
  made.customProgramCacheKey = () => (glass ? "glass" : "surface");
  return made;
}

/** Sets the numbers of a material; nothing is compiled anew. */
export function dress(made: MeshPhysicalMaterial, look: Appearance): void {
  const colour = new Color().setRGB(...look.colour, SRGBColorSpace);
  if (isGlass(look)) {
    (made.userData["body"] as { value: Color }).value.copy(colour);
    const dark = 1 - Math.min(...look.colour);
    (made.userData["bodyShare"] as { value: number }).value = 0.012 + 0.5 * dark * (1 - 0.6 * look.transmission);
    made.color.setRGB(0, 0, 0);
    made.metalness = 0;
    made.roughness = Math.max(0.02, look.roughness);
    made.ior = Math.min(2.333, look.ior);
    return;
  }
  made.color.copy(colour);
  made.metalness = look.metallic;
  made.roughness = Math.max(0.06, look.roughness);
  made.ior = Math.min(2.333, look.ior);
  made.opacity = look.opacity;
  const through = look.opacity < 1;
  if (made.transparent !== through) {
    made.transparent = through;
    made.depthWrite = !through;
    made.needsUpdate = true;
  }
}

/** Per vertex: the finish of its face, and how open that lies. */
export function surfaceAttribute(face: Float32Array, open: Float32Array, look: Appearance): BufferAttribute {
  const values = new Float32Array(face.length * 2);
  const common = CODES[look.finish] ?? 0;
  const own = new Map(Object.entries(look.faces ?? {}).map(([row, finish]) => [Number(row), CODES[finish] ?? 0]));
  for (let v = 0; v < face.length; v += 1) {
    const row = face[v]!;
    values[2 * v] = own.size ? own.get(row) ?? common : common;
    values[2 * v + 1] = open[row] ?? 1;
  }
  return new BufferAttribute(values, 2);
}

/** The planes that cut `made`. */
export function cut(made: MeshPhysicalMaterial, planes: Plane[]): void {
  if ((made.clippingPlanes?.length ?? 0) !== planes.length) made.needsUpdate = true;
  made.clippingPlanes = planes;
}

/** A section: everything before a plane is cut away, and each part shows a hatched cap where it is cut. */

import {
  AlwaysStencilFunc, BackSide, Color, DecrementWrapStencilOp, DoubleSide, FrontSide, IncrementWrapStencilOp, Mesh,
  MeshBasicMaterial, NotEqualStencilFunc, Plane, PlaneGeometry, ReplaceStencilOp, ShaderMaterial, SRGBColorSpace, Vector3,
  type Group, type Side, type StencilOp,
} from "three";
import { isGlass } from "./materials";
import type { Model, ShownPart } from "./model";

export type Direction = "across" | "along" | "level";

/** What is kept lies on the side that the normal points to. Y is up, CAD's Y is -Z. */
const NORMALS: Readonly<Record<Direction, Vector3>> = {
  across: new Vector3(-1, 0, 0), along: new Vector3(0, 0, -1), level: new Vector3(0, -1, 0),
};
const FIRST_ORDER = 10;

export class Section {
  on = false;
  direction: Direction = "along";
  /** From 0 to 1 through the box. */
  position = 0.5;
  flipped = false;
  readonly plane = new Plane(new Vector3(0, 0, -1), 0);
  private readonly counting = [counter(BackSide, IncrementWrapStencilOp, this.plane), counter(FrontSide, DecrementWrapStencilOp, this.plane)] as const;
  private readonly quad = new PlaneGeometry(1, 1);
  private caps: { cap: Mesh<PlaneGeometry, ShaderMaterial>; counters: Mesh[] }[] = [];

  constructor(private readonly model: Model, private readonly root: Group, private readonly extras: Group) {}

  get planes(): Plane[] {
    return this.on ? [this.plane] : [];
  }

  /** Caps for the parts that are there now. */
  rebuild(): void {
    this.clear();
    if (!this.on) return;
    this.model.parts.forEach((shown, at) => this.caps.push(this.capped(shown, at)));
    this.place();
  }

  /** Only the plane has moved. */
  place(): void {
    const box = this.model.box(), normal = NORMALS[this.direction].clone().multiplyScalar(this.flipped ? -1 : 1);
    const low = box.min.clone(), high = box.max.clone();
    const axis = this.direction === "across" ? "x" : this.direction === "along" ? "z" : "y";
    const share = this.direction === "along" ? 1 - this.position : this.position;
    // never quite on the rim: a cap on the outside of a part would flicker
    const at = low[axis] + (high[axis] - low[axis]) * Math.min(0.999, Math.max(0.001, share));
    const point = box.getCenter(new Vector3());
    point[axis] = at;
    this.plane.setFromNormalAndCoplanarPoint(normal, point);
    const size = 1.2 * low.distanceTo(high);
    for (const { cap } of this.caps) {
      cap.position.copy(point);
      cap.scale.set(size, size, 1);
      cap.lookAt(point.clone().sub(normal));
      cap.material.uniforms["size"]!.value = size;
    }
  }

  /** Looks have changed. */
  dress(): void {
    this.model.parts.forEach((shown, at) => {
      const cap = this.caps[at]?.cap;
      if (cap) tint(cap.material, shown, at);
    });
  }

  private capped(shown: ShownPart, at: number): { cap: Mesh<PlaneGeometry, ShaderMaterial>; counters: Mesh[] } {
    const order = FIRST_ORDER + 3 * at;
    const counters = shown.objects.flatMap((object) => this.counting.map((each) => {
      const mesh = new Mesh(shown.geometry, each);
      mesh.matrixAutoUpdate = false;
      mesh.matrix.copy(object.matrix);
      mesh.matrixWorldNeedsUpdate = true;
      mesh.renderOrder = order;
      mesh.raycast = () => undefined;
      this.root.add(mesh);
      return mesh;
    }));
    const cap = new Mesh(this.quad, hatched());
    tint(cap.material, shown, at);
    cap.renderOrder = order + 1;
    cap.onAfterRender = (renderer) => renderer.clearStencil();
    cap.raycast = () => undefined;
    this.extras.add(cap);
    return { cap, counters };
  }

  private clear(): void {
    for (const { cap, counters } of this.caps) {
      cap.removeFromParent();
      cap.material.dispose();
      for (const each of counters) each.removeFromParent();
    }
    this.caps = [];
  }

  dispose(): void {
    this.clear();
    this.quad.dispose();
    for (const each of this.counting) each.dispose();
  }
}

/** Counts the walls between the eye and the plane: what is left over is inside. */
function counter(side: Side, operation: StencilOp, plane: Plane): MeshBasicMaterial {
  return new MeshBasicMaterial({
    side, colorWrite: false, depthWrite: false, depthTest: false, clippingPlanes: [plane], stencilWrite: true,
    stencilFunc: AlwaysStencilFunc, stencilFail: operation, stencilZFail: operation, stencilZPass: operation,
  });
}

function hatched(): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { base: { value: new Color() }, line: { value: new Color() }, turn: { value: 0 }, pitch: { value: 1 }, size: { value: 1 } },
    vertexShader: /* glsl */`
      uniform float size; varying vec2 at;
      void main() { at = (uv - 0.5) * size; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }`,
    fragmentShader: /* glsl */`
      uniform vec3 base; uniform vec3 line; uniform float turn; uniform float pitch; varying vec2 at;
      void main() {
        vec3 colour = base;
        if (pitch > 0.0) {
          float across = (at.x * cos(turn) + at.y * sin(turn)) / pitch, soft = fwidth(across);
          float far = abs(fract(across) - 0.5) * 2.0;
          float shown = (1.0 - smoothstep(0.16 - soft, 0.16 + soft, far)) * (1.0 - smoothstep(0.25, 0.6, soft));
          colour = mix(base, line, shown * 0.75);
        }
        gl_FragColor = vec4(colour, 1.0);
      }`,
    side: DoubleSide, stencilWrite: true, stencilRef: 0, stencilFunc: NotEqualStencilFunc,
    stencilFail: ReplaceStencilOp, stencilZFail: ReplaceStencilOp, stencilZPass: ReplaceStencilOp,
  });
}

/** The colour of the part, paler; its neighbours are hatched the other way or closer; glass is not hatched. */
function tint(look: ShaderMaterial, shown: ShownPart, at: number): void {
  const sRGB = (colour: Color): Color => colour.convertLinearToSRGB();
  const own = new Color().setRGB(...shown.look.colour, SRGBColorSpace), glass = isGlass(shown.look);
  const own_light = sRGB(own.clone());
  const mean = (own_light.r + own_light.g + own_light.b) / 3;
  const base = glass ? new Color(0.78, 0.88, 0.93) : own_light.clone().lerp(new Color(0.93, 0.92, 0.9), mean < 0.3 ? 0.18 : 0.2);
  (look.uniforms["base"]!.value as Color).copy(base);
  (look.uniforms["line"]!.value as Color).copy(base).multiplyScalar(mean < 0.3 ? 1.9 : 0.52);
  look.uniforms["turn"]!.value = (at % 2 ? -1 : 1) * Math.PI / 4;
  look.uniforms["pitch"]!.value = glass || shown.part.bought ? 0 : 0.55 + 0.16 * (at % 3);
}

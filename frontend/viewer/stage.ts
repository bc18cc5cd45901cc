/** Canvas, renderer, light and the loop that draws only when something has changed. */

import {
  Box3, DirectionalLight, Group, MathUtils, Mesh, NeutralToneMapping, PCFShadowMap, Scene, SRGBColorSpace, WebGLRenderer, type BufferGeometry,
  type Material, type Texture, type Vector3,
} from "three";
import { OrbitCamera } from "./camera";
import { Ground } from "./ground";
import { studio } from "./studio";

/** Cheaper drawing where the processor paints: `?soft` in the address. */
export const SOFT = new URLSearchParams(location.search).has("soft") || window.__lotOneSoft === true;

/** How the browser is asked for something to draw with. */
export const DRAWING: WebGLContextAttributes = { antialias: !SOFT, alpha: true, depth: true, stencil: true, powerPreference: "high-performance" };

/** What is drawn over the picture follows it: called after each frame. */
type AfterFrame = () => void;

export class Stage {
  readonly scene = new Scene();
  /** Everything in metres, Y up, as the files have it; the world is in mm. */
  readonly root = new Group();
  /** What is beside the product and what is laid over it, in mm. */
  readonly extras = new Group();
  readonly camera: OrbitCamera;
  /** What draws; null until the browser has given something to draw with. */
  renderer: WebGLRenderer | null = null;
  readonly light = new DirectionalLight(0xfff6e8, 0.75);
  held = false;
  shadowless = false;
  readonly after: AfterFrame[] = [];
  frames = 0;
  private ground: Ground | null = null;
  private environment: Texture | null = null;
  private asked = 0;
  private last = 0;
  private ratio: number;
  private slow = 0;
  private settle = 0;
  /** Nothing can be drawn now. */
  private lost = true;
  private size = { width: 1, height: 1 };

  constructor(still: () => boolean) {
    this.ratio = this.best;
    this.camera = new OrbitCamera(still);
    this.root.scale.setScalar(1000);
    this.scene.add(this.root, this.extras, this.light, this.light.target);
    this.light.castShadow = !SOFT;
    this.light.shadow.mapSize.set(2048, 2048);
    this.light.shadow.bias = -0.0004;
    this.light.shadow.normalBias = 0.03;
    this.light.shadow.radius = 2.5;
  }

  /** Whether something can be drawn now. */
  get able(): boolean {
    return !this.lost;
  }

  /** Draws with this from now on; all that stands on the stage stays. Throws if it cannot. */
  equip(canvas: HTMLCanvasElement, context: WebGL2RenderingContext): void {
    const renderer = new WebGLRenderer({ canvas, context, ...DRAWING });
    renderer.outputColorSpace = SRGBColorSpace;
    renderer.toneMapping = NeutralToneMapping;
    renderer.toneMappingExposure = 1;
    renderer.localClippingEnabled = true;
    renderer.shadowMap.enabled = !SOFT;
    renderer.shadowMap.type = PCFShadowMap;
    renderer.shadowMap.autoUpdate = false;
    renderer.setClearColor(0, 0);
    this.unequip();
    this.renderer = renderer;
    this.held = false;
    this.restore();
    this.sharpen(this.best);
  }

  /** What was in the graphics memory is gone and can be made again. */
  restore(): void {
    const { renderer } = this;
    if (!renderer) return;
    this.forget();
    this.environment = studio(renderer, SOFT ? 64 : 256);
    this.scene.environment = this.environment;
    this.ground = new Ground(renderer, SOFT ? 128 : 512, SOFT ? 4 : 72);
    this.scene.add(this.ground.mesh);
    this.lost = false;
    this.shade();
  }

  /** Nothing can be drawn until `restore` or `equip`. */
  lose(): void {
    this.lost = true;
    cancelAnimationFrame(this.asked);
    this.asked = 0;
  }

  /** Shadows on the product are drawn anew with the next frame. */
  shade(): void {
    if (this.renderer) this.renderer.shadowMap.needsUpdate = true;
  }

  /** The finest resolution: the device's own, within reason. */
  private get best(): number {
    return SOFT ? 0.5 : Math.min(devicePixelRatio, 2);
  }

  resize(width: number, height: number, covered: number): void {
    if (width < 2 || height < 2) return;
    this.size = { width, height };
    this.sharpen(this.ratio);
    this.camera.resize(width, height, covered);
    this.ask();
  }

  /** Light and ground for what stands between `low` and `high` (mm, Y up). */
  setting(low: Vector3, high: Vector3, casters: Parameters<Ground["draw"]>[0]): void {
    const middle = low.clone().add(high).multiplyScalar(0.5), radius = Math.max(1, high.distanceTo(low) / 2);
    this.camera.subject(new Box3(low, high));
    if (this.able) this.ground?.draw(casters, this.root, low.y, middle, radius);
    this.scene.add(this.root);
    this.light.position.set(-0.45, 1, 0.4).normalize().multiplyScalar(4 * radius).add(middle);
    this.light.target.position.copy(middle);
    const { camera } = this.light.shadow;
    Object.assign(camera, { left: -radius, right: radius, top: radius, bottom: -radius, near: radius, far: 7 * radius });
    camera.updateProjectionMatrix();
    this.shade();
    this.ask();
  }

  /** Puts an object (mm) beside the product. */
  putBeside(object: Mesh): void {
    const group = new Group();
    group.name = "besides";
    group.scale.setScalar(0.001);
    group.add(object);
    this.root.add(group);
    group.updateMatrixWorld(true);
  }

  /** All that is beside it. */
  get besides(): Mesh[] {
    return this.root.children.filter((each) => each.name === "besides").flatMap((each) => each.children) as Mesh[];
  }

  /** Takes it away again. */
  clearBesides(): void {
    for (const group of this.root.children.filter((each) => each.name === "besides")) {
      group.removeFromParent();
      group.traverse((each) => {
        if (!(each instanceof Mesh)) return;
        (each.geometry as BufferGeometry).dispose();
        (each.material as Material).dispose();
      });
    }
  }

  /** Less light from the room on a dark page. */
  dim(dark: boolean): void {
    const wanted = dark ? 0.95 : 1.12;
    if (this.scene.environmentIntensity === wanted) return;
    this.scene.environmentIntensity = wanted;
    this.ask();
  }

  /** A frame is wanted. Any number of calls make one. */
  ask(): void {
    if (!this.asked && !this.lost) this.asked = requestAnimationFrame(this.frame);
  }

  private readonly frame = (now: number): void => {
    this.asked = 0;
    const passed = this.last ? now - this.last : 16;
    const more = this.camera.advance(performance.now(), passed, this.held);
    this.adapt(passed, more || this.held);
    this.draw();
    this.last = more || this.held ? now : 0;
    if (more) this.ask();
  };

  /** Draws now. */
  draw(): void {
    const { renderer, ground } = this;
    if (this.lost || !renderer || !ground) return;
    const { azimuth, elevation } = this.camera.pose;
    // the studio turns with the photographer; seen from below, the product was turned over in front of the same lights
    const over = MathUtils.smoothstep(-elevation, 0.02, 0.6) * Math.PI;
    this.scene.environmentRotation.set(0, azimuth, over, "ZYX");
    ground.mesh.visible = elevation > -0.02 && !this.shadowless;
    renderer.render(this.scene, this.camera.lens);
    this.frames += 1;
    for (const each of this.after) each();
  }

  /** Where frames are slow, moving ones get fewer pixels; the one that stays gets all. */
  private adapt(passed: number, moving: boolean): void {
    clearTimeout(this.settle);
    if (!moving) {
      this.slow = 0;
      if (this.ratio !== this.best) this.sharpen(this.best);
      return;
    }
    this.slow = passed > 34 && passed < 2000 ? this.slow + 1 : Math.max(0, this.slow - 0.25);
    if (this.slow >= 4 && this.ratio > 0.6 && !SOFT) {
      this.slow = 0;
      this.sharpen(Math.max(0.6, this.ratio * 0.7));
    }
    this.settle = window.setTimeout(() => {
      if (this.ratio !== this.best) {
        this.sharpen(this.best);
        this.ask();
      }
    }, 220);
  }

  private sharpen(ratio: number): void {
    this.ratio = ratio;
    this.renderer?.setPixelRatio(ratio);
    this.renderer?.setSize(this.size.width, this.size.height, false);
  }

  /** Lets go of what only this renderer knows. */
  private forget(): void {
    this.environment?.dispose();
    this.light.shadow.map?.dispose();
    this.light.shadow.map = null;
    this.ground?.mesh.removeFromParent();
    this.ground?.dispose();
    this.scene.environment = this.environment = this.ground = null;
  }

  private unequip(): void {
    this.lose();
    this.forget();
    this.renderer?.dispose();
    this.renderer = null;
  }

  dispose(): void {
    clearTimeout(this.settle);
    this.unequip();
  }
}

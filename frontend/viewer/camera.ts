/** The camera on its sphere around the product: views, turning, zooming, framing. mm, Y up. */

import { Box3, MathUtils, PerspectiveCamera, Vector3 } from "three";

export type ViewName = "three_quarter" | "front" | "profile" | "back";

export interface Pose {
  /** Radians about Y, 0 where +Z faces the viewer. */
  azimuth: number;
  /** Radians over the horizon. */
  elevation: number;
  distance: number;
}

const DEGREE = Math.PI / 180;
const LOWEST = 90 * DEGREE;
/** The product's front looks along CAD +Z, which is up here; 12 o'clock stays up when it is turned over. */
export const VIEWS: Readonly<Record<ViewName, Omit<Pose, "distance">>> = {
  three_quarter: { azimuth: 28 * DEGREE, elevation: 42 * DEGREE },
  front: { azimuth: 0, elevation: 90 * DEGREE },
  profile: { azimuth: 90 * DEGREE, elevation: 4 * DEGREE },
  back: { azimuth: 180 * DEGREE, elevation: -90 * DEGREE },
};
const FIELD = 22;

const MOVE_MS = 620;
const TURN_MS = 16_000;

/** Moves by itself only while it is asked every frame by `advance`. */
export class OrbitCamera {
  readonly lens = new PerspectiveCamera(FIELD, 1, 1, 4000);
  readonly target = new Vector3();
  pose: Pose = { ...VIEWS.three_quarter, distance: 160 };
  turning = false;
  /** How much of the picture the product may fill. */
  filled = 0.86;
  private radius = 30;
  private box = new Box3(new Vector3(-20, -5, -20), new Vector3(20, 5, 20));
  /** The picture's middle is moved up by this share of its height, where something covers its foot. */
  private lift = 0;
  private move: { from: Pose; to: Pose; fromTarget: Vector3; toTarget: Vector3; began: number; lasts: number } | null = null;
  private spin = { azimuth: 0, elevation: 0 };

  constructor(private readonly still: () => boolean) {}

  /** True while a view is being moved to. */
  get moving(): boolean {
    return this.move !== null || Math.abs(this.spin.azimuth) + Math.abs(this.spin.elevation) > 1e-4;
  }

  /** What is looked at (mm). The camera itself does not move. */
  subject(box: Box3): void {
    this.box = box.clone();
    this.radius = Math.max(1, box.min.distanceTo(box.max) / 2);
  }

  resize(width: number, height: number, covered: number): void {
    this.lens.aspect = width / Math.max(1, height);
    this.lift = Math.min(0.2, covered / Math.max(1, height) / 2);
    this.place();
  }

  /** The distance from which the whole box is seen, looked at from there. */
  private whole(from: Omit<Pose, "distance">, middle: Vector3): number {
    const { toEye, up } = basis(from), right = up.clone().cross(toEye), { min, max } = this.box;
    const tall = Math.tan(FIELD * DEGREE / 2) * (1 - 1.5 * this.lift) * this.filled, wide = Math.tan(FIELD * DEGREE / 2) * this.lens.aspect * this.filled;
    let far = 0;
    for (let corner = 0; corner < 8; corner += 1) {
      const point = new Vector3(corner & 1 ? max.x : min.x, corner & 2 ? max.y : min.y, corner & 4 ? max.z : min.z).sub(middle);
      far = Math.max(far, point.dot(toEye) + Math.max(Math.abs(point.dot(up)) / tall, Math.abs(point.dot(right)) / wide));
    }
    return far;
  }

  /** Looks at `middle` from a view, at once or with a slight dolly. */
  frame(middle: Vector3, view: ViewName, dolly: boolean): void {
    const to = { ...VIEWS[view], distance: this.whole(VIEWS[view], middle) };
    if (!dolly || this.still()) {
      this.move = null;
      this.pose = to;
      this.target.copy(middle);
      this.place();
      return;
    }
    this.pose = { azimuth: to.azimuth - 0.22, elevation: to.elevation + 0.05, distance: to.distance * 1.22 };
    this.target.copy(middle);
    this.go(to, middle, 1100);
  }

  /** Moves to a view, the shorter way round. */
  view(name: ViewName, middle: Vector3): void {
    this.go({ ...VIEWS[name], distance: this.whole(VIEWS[name], middle) }, middle, MOVE_MS);
  }

  /** Shows all of what is there now, from where it stands. */
  refit(middle: Vector3): void {
    this.go({ ...this.pose, distance: this.whole(this.pose, middle) }, middle, MOVE_MS);
  }

  private go(to: Pose, target: Vector3, lasts: number): void {
    this.turning = false;
    this.spin = { azimuth: 0, elevation: 0 };
    const from = { ...this.pose };
    const turn = MathUtils.euclideanModulo(to.azimuth - from.azimuth + Math.PI, 2 * Math.PI) - Math.PI;
    to = { ...to, azimuth: from.azimuth + turn };
    if (this.still()) {
      this.pose = to;
      this.target.copy(target);
      this.place();
      return;
    }
    this.move = { from, to, fromTarget: this.target.clone(), toTarget: target.clone(), began: performance.now(), lasts };
  }

  /** Turns by radians; where a hand leads it, `glide` lets it run out. */
  turn(azimuth: number, elevation: number, glide = false): void {
    this.move = null;
    if (glide && !this.still()) this.spin = { azimuth, elevation };
    else this.spin = { azimuth: 0, elevation: 0 };
    this.pose.azimuth += azimuth;
    this.pose.elevation = MathUtils.clamp(this.pose.elevation + elevation, -LOWEST, LOWEST);
    this.place();
  }

  /** Below 1 comes closer. */
  zoom(factor: number): void {
    this.move = null;
    this.pose.distance = MathUtils.clamp(this.pose.distance * factor, this.radius * 0.35, this.radius * 14);
    this.place();
  }

  stop(): void {
    this.spin = { azimuth: 0, elevation: 0 };
  }

  /** One step in time. Returns whether another is wanted. */
  advance(now: number, passed: number, held: boolean): boolean {
    if (this.move) {
      const { from, to, fromTarget, toTarget, began, lasts } = this.move;
      const share = Math.min(1, Math.max(0, (now - began) / lasts)), eased = 1 - (1 - share) ** 3;
      this.pose = { azimuth: MathUtils.lerp(from.azimuth, to.azimuth, eased), elevation: MathUtils.lerp(from.elevation, to.elevation, eased),
                    distance: MathUtils.lerp(from.distance, to.distance, eased) };
      this.target.lerpVectors(fromTarget, toTarget, eased);
      if (share === 1) this.move = null;
      this.place();
    } else if (this.turning) {
      this.pose.azimuth += 2 * Math.PI * Math.min(passed, 100) / TURN_MS;
      this.place();
    } else if (!held && this.moving) {
      const kept = 0.88 ** (Math.min(passed, 64) / 16);
      this.spin = { azimuth: this.spin.azimuth * kept, elevation: this.spin.elevation * kept };
      this.pose.azimuth += this.spin.azimuth;
      this.pose.elevation = MathUtils.clamp(this.pose.elevation + this.spin.elevation, -LOWEST, LOWEST);
      this.place();
    }
    return this.turning || this.moving;
  }

  private place(): void {
    const { toEye, up } = basis(this.pose), { distance } = this.pose;
    this.lens.position.copy(toEye).multiplyScalar(distance).add(this.target);
    this.lens.up.copy(up);
    this.lens.lookAt(this.target);
    this.lens.near = Math.max(0.5, distance - 6 * this.radius);
    this.lens.far = distance + 12 * this.radius;
    const height = 1000, width = height * this.lens.aspect;
    if (this.lift) this.lens.setViewOffset(width, height, 0, this.lift * height * 0.7, width, height);
    else this.lens.clearViewOffset();
    this.lens.updateProjectionMatrix();
    this.lens.updateMatrixWorld();
  }
}

/** Where the eye is and what is up for it; stays defined straight above and below. */
function basis({ azimuth, elevation }: Omit<Pose, "distance">): { toEye: Vector3; up: Vector3 } {
  const [sa, ca, se, ce] = [Math.sin(azimuth), Math.cos(azimuth), Math.sin(elevation), Math.cos(elevation)];
  return { toEye: new Vector3(sa * ce, se, ca * ce), up: new Vector3(-sa * se, ce, -ca * se) };
}

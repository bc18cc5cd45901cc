/** What is between two picked things, from their exact rows. Pure; world frame, mm. */

import { Vector3 } from "three";
import type { TextKey } from "./texts";

/** What a face or an edge is to a gauge. An axis of a circle knows its centre. */
export type Gauge =
  | { readonly kind: "plane"; readonly point: Vector3; readonly direction: Vector3 }
  | { readonly kind: "axis"; readonly point: Vector3; readonly direction: Vector3; readonly centre: boolean }
  | { readonly kind: "centre"; readonly point: Vector3 }
  | { readonly kind: "point"; readonly point: Vector3 };

export interface Measured {
  readonly kind: TextKey;
  /** mm; null if only the angle is told. */
  readonly distance: number | null;
  /** Degrees, from 0 to 90; null where things are parallel. */
  readonly angle: number | null;
  /** Between which points it is drawn. */
  readonly from: Vector3;
  readonly to: Vector3;
}

/** Directions closer than this are parallel: 0.001 degree, far above what rounding does. */
const PARALLEL = 1.75e-5;

/** The measure between `a` and `b`, which were picked at `atA` and `atB`. */
export function between(a: Gauge, b: Gauge, atA: Vector3, atB: Vector3): Measured {
  if (a.kind === "plane" && b.kind === "plane") {
    if (parallel(a.direction, b.direction)) {
      const distance = b.point.clone().sub(a.point).dot(a.direction);
      return { kind: "between_planes", distance: Math.abs(distance), angle: null, from: atA,
               to: atA.clone().addScaledVector(a.direction, b.point.clone().sub(atA).dot(a.direction)) };
    }
    return { kind: "angle", distance: null, angle: degrees(a.direction, b.direction), from: atA, to: atB };
  }
  if (a.kind === "axis" && b.kind === "axis") return axes(a, b);
  if (a.kind === "plane" && b.kind === "axis") return axisPlane(b, a, atA, atB);
  if (a.kind === "axis" && b.kind === "plane") return axisPlane(a, b, atB, atA);
  const [first, second] = a.kind === "centre" || b.kind !== "centre" ? [a, b] : [b, a];
  if (first.kind === "centre" && second.kind === "plane") return centrePlane(first.point, second);
  if (first.kind === "centre" && second.kind === "axis") {
    const foot = onAxis(second, first.point);
    return told("centre_to_axis", first.point, foot);
  }
  if (first.kind === "centre" && second.kind === "centre") return told("between_centres", first.point, second.point);
  return told("between_points", atA, atB);
}

type Axis = Extract<Gauge, { kind: "axis" }>;
type Flat = Extract<Gauge, { kind: "plane" }>;

function axes(a: Axis, b: Axis): Measured {
  if (parallel(a.direction, b.direction)) {
    const foot = onAxis(a, b.point), distance = foot.distanceTo(b.point);
    if (distance > 1e-6) return { kind: "between_axes", distance, angle: null, from: foot, to: b.point };
    if (a.centre && b.centre) return told("between_centres", a.point, b.point);
    return { kind: "same_axis", distance: 0, angle: null, from: foot, to: b.point };
  }
  const across = a.direction.clone().cross(b.direction), gap = b.point.clone().sub(a.point), square = across.lengthSq();
  const alongA = gap.clone().cross(b.direction).dot(across) / square, alongB = gap.clone().cross(a.direction).dot(across) / square;
  const from = a.point.clone().addScaledVector(a.direction, alongA), to = b.point.clone().addScaledVector(b.direction, alongB);
  return { kind: "between_skew_axes", distance: Math.abs(gap.dot(across)) / Math.sqrt(square), angle: degrees(a.direction, b.direction), from, to };
}

function axisPlane(axis: Axis, plane: Flat, atPlane: Vector3, atAxis: Vector3): Measured {
  if (Math.abs(axis.direction.dot(plane.direction)) < PARALLEL) {
    const from = onAxis(axis, atAxis), height = from.clone().sub(plane.point).dot(plane.direction);
    return { kind: "axis_to_plane", distance: Math.abs(height), angle: null, from, to: from.clone().addScaledVector(plane.direction, -height) };
  }
  if (axis.centre) return centrePlane(axis.point, plane);
  return { kind: "angle", distance: null, angle: 90 - degrees(axis.direction, plane.direction), from: atAxis, to: atPlane };
}

function centrePlane(point: Vector3, plane: Flat): Measured {
  const height = point.clone().sub(plane.point).dot(plane.direction);
  return { kind: "centre_to_plane", distance: Math.abs(height), angle: null, from: point, to: point.clone().addScaledVector(plane.direction, -height) };
}

function told(kind: TextKey, from: Vector3, to: Vector3): Measured {
  return { kind, distance: from.distanceTo(to), angle: null, from, to };
}

function onAxis(axis: Axis, point: Vector3): Vector3 {
  return axis.point.clone().addScaledVector(axis.direction, point.clone().sub(axis.point).dot(axis.direction));
}

function parallel(a: Vector3, b: Vector3): boolean {
  return a.clone().cross(b).length() < PARALLEL;
}

function degrees(a: Vector3, b: Vector3): number {
  return Math.atan2(a.clone().cross(b).length(), Math.abs(a.dot(b))) * 180 / Math.PI;
}

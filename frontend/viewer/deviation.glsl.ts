/** Colours of a distance: blue inside, pale where it is as meant, orange outside; told apart by who sees no red or no green. */

/** sRGB, 0 to 255, from the furthest inside to the furthest outside, evenly spaced. */
export const STOPS = [[20, 66, 140], [116, 169, 216], [244, 242, 236], [232, 156, 84], [150, 58, 6]] as const;

/** What lies further than this, mm, is no distance: nothing is followed there. */
export const FAR = 1000;

const RAMP = STOPS.map((stop) => `vec3(${stop.map((each) => (each / 255).toFixed(4)).join(", ")})`);

export const VERTEX = /* glsl */`
#include <clipping_planes_pars_vertex>
attribute float deviation;
varying float vDeviation;
varying vec3 vTurned;
void main() {
  vDeviation = deviation;
  vTurned = normalMatrix * normal;
  vec4 mvPosition = modelViewMatrix * vec4(position, 1.0);
  gl_Position = projectionMatrix * mvPosition;
  #include <clipping_planes_vertex>
}
`;

/** Nearly unlit, so that a colour can be found in the legend; what looks aside is a little darker, so that the shape is seen. */
export const FRAGMENT = /* glsl */`
#include <clipping_planes_pars_fragment>
uniform float most;
varying float vDeviation;
varying vec3 vTurned;
void main() {
  #include <clipping_planes_fragment>
  vec3 stops[5] = vec3[5](${RAMP.join(", ")});
  vec3 colour = vec3(0.55, 0.55, 0.56);
  if (abs(vDeviation) < ${FAR.toFixed(1)}) {
    float at = clamp(vDeviation / most, -1.0, 1.0) * 2.0 + 2.0;
    colour = at < 1.0 ? mix(stops[0], stops[1], at) : at < 2.0 ? mix(stops[1], stops[2], at - 1.0)
      : at < 3.0 ? mix(stops[2], stops[3], at - 2.0) : mix(stops[3], stops[4], at - 3.0);
  }
  float facing = clamp(normalize(vTurned).z, 0.0, 1.0);
  gl_FragColor = sRGBTransferEOTF(vec4(colour * mix(0.72, 1.0, facing), 1.0));
  #include <colorspace_fragment>
}
`;

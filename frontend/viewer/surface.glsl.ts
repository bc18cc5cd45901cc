/** What is added to three.js' physical shader: brushing along the turning direction, grain, and dark pockets. */

export const VERTEX_HEAD = /* glsl */`
attribute vec2 surface;
varying vec3 vPlace;
varying vec3 vOwnNormal;
varying vec2 vSurface;
`;

export const VERTEX_BODY = /* glsl */`
vPlace = position * 1000.0;
vOwnNormal = normal;
vSurface = surface;
`;

export const FRAGMENT_HEAD = /* glsl */`
uniform mat3 normalMatrix;
uniform vec3 turning;
varying vec3 vPlace;
varying vec3 vOwnNormal;
varying vec2 vSurface;

float chance(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

// value noise along x, a fresh row for each y; rows begin again after one period, so that a circle closes
float streak(float across, float along, float period) {
  float cell = floor(across), part = fract(across), row = mod(floor(along), period), next = mod(row + 1.0, period);
  float share = smoothstep(0.0, 1.0, fract(along));
  float left = mix(chance(vec2(cell, row)), chance(vec2(cell, next)), share);
  float right = mix(chance(vec2(cell + 1.0, row)), chance(vec2(cell + 1.0, next)), share);
  return mix(left, right, part * part * (3.0 - 2.0 * part)) - 0.5;
}
`;

/** After the normal is known: `across` is the direction over the brush marks, in view space. */
export const FRAGMENT_NORMAL = /* glsl */`
vec3 across = vec3(0.0);
bool brushed = vSurface.x > 0.5 && vSurface.x < 1.5;
if (brushed) {
  vec3 own = normalize(vOwnNormal);
  vec3 straight = cross(turning, own);
  vec3 round = cross(turning, vPlace - turning * dot(vPlace, turning));
  round /= max(length(round), 1e-6);
  float share = length(straight);
  vec3 marks = mix(round, straight / max(share, 1e-6) * (dot(round, straight) < 0.0 ? -1.0 : 1.0), smoothstep(0.08, 0.25, share));
  vec3 over = normalize(cross(own, marks));
  float place = dot(vPlace, over), step_ = fwidth(place) + 1e-5;
  vec3 first = normalize(cross(turning, abs(turning.x) < 0.9 ? vec3(1.0, 0.0, 0.0) : vec3(0.0, 1.0, 0.0)));
  float turned = atan(dot(vPlace, cross(turning, first)), dot(vPlace, first)) / 6.2831853 + 0.5;
  float along = share > 0.2 ? dot(vPlace, marks) * 0.3 + turned * 12.0 : turned * 12.0;
  float period = 12.0;
  float fine = streak(place * 16.0, along, period) * (1.0 - smoothstep(0.02, 0.09, step_));
  float coarse = streak(place * 5.0 + 7.0, along, period) * (1.0 - smoothstep(0.06, 0.3, step_));
  across = normalize(normalMatrix * over);
  normal = normalize(normal + across * (0.10 * fine + 0.05 * coarse));
} else if (vSurface.x > 1.5) {
  vec3 cell = floor(vPlace * 22.0);
  float step_ = length(fwidth(vPlace)) * 22.0;
  vec3 grain = vec3(chance(cell.xy + cell.z * 17.0), chance(cell.yz + cell.x * 31.0), chance(cell.zx + cell.y * 13.0)) - 0.5;
  normal = normalize(normal + grain * 0.16 * (1.0 - smoothstep(0.35, 1.2, step_)));
}
`;

/** In place of one reflection: a fan of them over the brush marks, narrow along them. */
export const FRAGMENT_RADIANCE = /* glsl */`
if (brushed) {
  const float SPREAD = 0.30;
  vec3 fan = vec3(0.0);
  float total = 0.0;
  for (int i = -3; i <= 3; i++) {
    float x = float(i) / 3.0, weight = exp(-1.9 * x * x);
    fan += weight * getIBLRadiance(geometryViewDir, normalize(geometryNormal + across * x * SPREAD), material.roughness * 0.62);
    total += weight;
  }
  radiance += fan / total;
} else {
  radiance += getIBLRadiance(geometryViewDir, geometryNormal, material.roughness);
}
`;

/** After all light: what lies deep gets less of it. */
export const FRAGMENT_OPENNESS = /* glsl */`
float seen = 0.12 + 0.88 * pow(clamp(vSurface.y, 0.0, 1.0), 2.6);
reflectedLight.indirectDiffuse *= seen * 0.82;
reflectedLight.indirectSpecular *= seen;
reflectedLight.directSpecular *= seen;
reflectedLight.directDiffuse *= seen;
`;

/** Glass shows what it mirrors and lets the rest through; it is blended premultiplied, so no order is needed. */
export const GLASS_OPAQUE = /* glsl */`
float facing = saturate(dot(normal, normalize(vViewPosition)));
float mirror = 0.04 + 0.96 * pow(1.0 - facing, 5.0);
gl_FragColor = vec4(totalSpecular * mix(0.42, 1.0, mirror) + body * bodyShare, clamp(bodyShare + 0.55 * mirror * mirror, 0.0, 1.0));
`;

/** The shadow on the ground: exact for a large soft box overhead, found once a scene by summing flat shadows. */

import {
  AdditiveBlending, LinearFilter, Mesh, NotEqualDepth, OrthographicCamera, PlaneGeometry, RGBAFormat, Scene,
  ShaderMaterial, UnsignedByteType, Vector3, WebGLRenderTarget, type Group, type Object3D, type WebGLRenderer,
} from "three";

const FLAT = new ShaderMaterial({
  uniforms: { to: { value: new Vector3(0, 1, 0) }, ground: { value: 0 }, share: { value: 0.1 } },
  vertexShader: /* glsl */`
    uniform vec3 to; uniform float ground;
    void main() {
      vec4 place = modelMatrix * vec4(position, 1.0);
      place.xz -= to.xz * max(0.0, place.y - ground) / to.y;
      gl_Position = projectionMatrix * viewMatrix * vec4(place.x, ground, place.z, 1.0);
      gl_Position.z = 0.0;
    }`,
  fragmentShader: "uniform float share; void main() { gl_FragColor = vec4(share); }",
  blending: AdditiveBlending, premultipliedAlpha: true, transparent: false, depthFunc: NotEqualDepth, depthWrite: true,
});

/** A plane that carries the shadow, and the picture of it. */
export class Ground {
  readonly mesh: Mesh<PlaneGeometry, ShaderMaterial>;
  private target: WebGLRenderTarget;
  private readonly blurred: WebGLRenderTarget;
  private readonly camera = new OrthographicCamera();

  constructor(private readonly renderer: WebGLRenderer, private readonly size: number, private readonly rays: number) {
    const form = { format: RGBAFormat, type: UnsignedByteType, minFilter: LinearFilter, magFilter: LinearFilter, depthBuffer: true };
    this.target = new WebGLRenderTarget(size, size, form);
    this.blurred = new WebGLRenderTarget(size, size, { ...form, depthBuffer: false });
    this.mesh = new Mesh(new PlaneGeometry(1, 1), new ShaderMaterial({
      uniforms: { shade: { value: this.target.texture }, strength: { value: 0.62 } },
      vertexShader: "varying vec2 at; void main() { at = uv; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }",
      fragmentShader: /* glsl */`
        uniform sampler2D shade; uniform float strength; varying vec2 at;
        void main() {
          vec2 from = abs(at - 0.5) * 2.0;
          float rim = (1.0 - smoothstep(0.75, 1.0, from.x)) * (1.0 - smoothstep(0.75, 1.0, from.y));
          float dark = texture2D(shade, at).a * strength * rim;
          gl_FragColor = vec4(vec3(0.075, 0.062, 0.05) * dark, dark);
        }`,
      transparent: true, depthWrite: false, premultipliedAlpha: true,
    }));
    this.mesh.rotation.x = -Math.PI / 2;
    this.mesh.renderOrder = -10;
    this.mesh.name = "ground";
  }

  /** Draws the shadow of `casters` (mm) on the plane at `height`; `radius` is that of what stands on it. */
  draw(casters: readonly Object3D[], root: Group, height: number, middle: Vector3, radius: number): void {
    const half = radius * 2.4;
    this.mesh.position.set(middle.x, height, middle.z);
    this.mesh.scale.set(2 * half, 2 * half, 1);
    Object.assign(this.camera, { left: -half, right: half, top: half, bottom: -half, near: 0.1, far: 10 });
    this.camera.position.set(middle.x, height + 5, middle.z);
    this.camera.up.set(0, 0, -1);
    this.camera.lookAt(middle.x, height, middle.z);
    this.camera.updateProjectionMatrix();
    this.camera.updateMatrixWorld();
    const hidden = new Set<Object3D>();
    const casting = new Set<Object3D>(casters);
    root.traverse((each) => {
      if (each instanceof Mesh && each.visible && !casting.has(each)) {
        each.visible = false;
        hidden.add(each);
      }
    });
    const scene = new Scene();
    const parent = root.parent;
    scene.add(root);
    root.updateMatrixWorld(true);
    scene.overrideMaterial = FLAT;
    const { renderer } = this, before = renderer.getRenderTarget(), auto = renderer.autoClear;
    renderer.setRenderTarget(this.target);
    renderer.autoClear = false;
    renderer.setClearColor(0, 0);
    renderer.clear();
    FLAT.uniforms["ground"]!.value = height;
    FLAT.uniforms["share"]!.value = 1 / this.rays;
    const to = FLAT.uniforms["to"]!.value as Vector3;
    for (let i = 0; i < this.rays; i += 1) {
      // points spread evenly over a disc: the box overhead, as seen from the ground
      const spread = 0.95 * Math.sqrt((i + 0.5) / this.rays), turn = i * 2.399963;
      to.set(spread * Math.cos(turn) - 0.06, 1, spread * Math.sin(turn) - 0.1);
      renderer.clearDepth();
      renderer.render(scene, this.camera);
    }
    this.soften();
    renderer.setRenderTarget(before);
    renderer.autoClear = auto;
    parent?.add(root);
    for (const each of hidden) each.visible = true;
  }

  /** A small blur in two passes hides the steps between the rays. */
  private soften(): void {
    const quad = new Mesh(new PlaneGeometry(2, 2), new ShaderMaterial({
      uniforms: { from: { value: null }, step: { value: [0, 0] } },
      vertexShader: "varying vec2 at; void main() { at = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }",
      fragmentShader: /* glsl */`
        uniform sampler2D from; uniform vec2 step; varying vec2 at;
        void main() {
          vec4 sum = vec4(0.0); float total = 0.0;
          for (int i = -6; i <= 6; i++) {
            float weight = exp(-float(i * i) / 14.0);
            sum += weight * texture2D(from, at + step * float(i)); total += weight;
          }
          gl_FragColor = sum / total;
        }`,
      depthTest: false, depthWrite: false,
    }));
    quad.frustumCulled = false;
    const camera = new OrthographicCamera();
    const pass = (from: WebGLRenderTarget, to: WebGLRenderTarget, step: [number, number]) => {
      quad.material.uniforms["from"]!.value = from.texture;
      quad.material.uniforms["step"]!.value = step;
      this.renderer.setRenderTarget(to);
      this.renderer.clear();
      this.renderer.render(quad, camera);
    };
    pass(this.target, this.blurred, [1 / this.size, 0]);
    pass(this.blurred, this.target, [0, 1 / this.size]);
    quad.geometry.dispose();
    quad.material.dispose();
  }

  dispose(): void {
    this.target.dispose();
    this.blurred.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

/** Camera, light and drawing. It draws when something changed, and rests otherwise. */
import {
  ACESFilmicToneMapping,
  Box3,
  Box3Helper,
  Color,
  HemisphereLight,
  Mesh,
  type Object3D,
  PCFShadowMap,
  PerspectiveCamera,
  PlaneGeometry,
  PMREMGenerator,
  Scene,
  ShadowMaterial,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { RoomEnvironment } from "three/addons/environments/RoomEnvironment.js";
import type { Skybox, Triple } from "scenestream-client";

import { Sky } from "./sky.ts";

const POP_MS = 260;
const THIN_M = 0.35;
const TALL_M = 1.2;
/** From where a scene is looked at first. */
const FIRST = new Vector3(0.42, 0.5, -0.9).normalize();
/** How much of the picture is left free around it. */
const ROOM = 1.07;
const NEAREST_M = 1.8;
const FARTHEST_M = 60;
/** What shines on everything from all sides: so much at night, and so much more by day. */
const SURROUNDINGS = { night: 0.1, day: 0.35 };
const OVERHEAD = { night: 0.12, day: 0.38 };
/** The same where there are no surroundings: a processor that draws takes seconds to make them. */
const OVERHEAD_ALONE = { night: 0.6, day: 1.15 };
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** Where things are shown: `scene` below `root`s that are added to it. */
export class Stage {
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera(45, 1, 0.05, 500);
  readonly controls: OrbitControls;

  private readonly renderer: WebGLRenderer;
  private readonly sky = new Sky();
  private readonly frame = new Box3Helper(new Box3(), new Color(0x6ea8fe));
  private readonly overhead = new HemisphereLight(0xffffff, 0x8a8078);
  private readonly ground = new Mesh(new PlaneGeometry(60, 60), new ShadowMaterial({ opacity: 0.16 }));
  private readonly popping = new Map<Object3D, number>();
  private readonly marks: { readonly group: Object3D; readonly helper: Box3Helper }[] = [];
  private chosen: Object3D | undefined;
  private asked = false;
  private touched = false;

  constructor(readonly canvas: HTMLCanvasElement, private readonly root: Object3D) {
    this.renderer = new WebGLRenderer({ canvas, antialias: true });
    this.renderer.toneMapping = ACESFilmicToneMapping;
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = PCFShadowMap;
    if (!this.isSlow) {
      const maker = new PMREMGenerator(this.renderer);
      this.scene.environment = maker.fromScene(new RoomEnvironment(), 0.04).texture;
    }
    this.frame.visible = false;
    this.ground.rotateX(-Math.PI / 2);
    this.ground.receiveShadow = true;
    this.scene.add(this.sky.dome, this.overhead, this.ground, this.frame, root);
    this.background(undefined);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.maxPolarAngle = Math.PI * 0.495;
    this.controls.maxDistance = 80;
    this.controls.minDistance = 0.3;
    this.controls.enableDamping = !calm();
    this.controls.listenToKeyEvents(canvas);
    this.controls.addEventListener("change", () => this.invalidate());
    this.controls.addEventListener("start", () => (this.touched = true));
    this.camera.position.set(3, 3, -6);
    new ResizeObserver(() => this.resize()).observe(canvas);
    this.resize();
  }

  /** Whether there is no GPU, and the processor draws. */
  private get isSlow(): boolean {
    const gl = this.renderer.getContext();
    const told = gl.getExtension("WEBGL_debug_renderer_info");
    return SOFTWARE.test(String(gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER)));
  }

  /** Draw soon. */
  invalidate(): void {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame((now) => this.draw(now));
  }

  /** Behind the scene: its sky, or the page's own ground. */
  background(sky: Skybox | undefined): void {
    const ground = getComputedStyle(document.documentElement).getPropertyValue("--ground").trim();
    const bright = this.sky.show(sky, ground || "#14171c");
    this.scene.environmentIntensity = SURROUNDINGS.night + SURROUNDINGS.day * bright;
    const above = this.isSlow ? OVERHEAD_ALONE : OVERHEAD;
    this.overhead.intensity = above.night + above.day * bright;
    this.invalidate();
  }

  /** Something new is there: let it pop up. */
  pop(content: Object3D): void {
    if (!calm()) this.popping.set(content, performance.now());
  }

  /** Mark the chosen thing; undefined: none. */
  choose(object: Object3D | undefined): void {
    this.chosen = object;
    this.invalidate();
  }

  /** Frame these things, each in its colour, and none else. */
  mark(things: readonly { readonly group: Object3D; readonly tint: number }[]): void {
    for (const { helper } of this.marks.splice(0)) {
      helper.removeFromParent();
      helper.dispose();
    }
    for (const { group, tint } of things) {
      const helper = new Box3Helper(new Box3(), new Color(tint));
      this.scene.add(helper);
      this.marks.push({ group, helper });
    }
    this.invalidate();
  }

  /** Put the camera there, looking at that; metres in three's frame. */
  stand(at: Triple, target: Triple): void {
    this.touched = true;
    this.camera.position.set(at.x, at.y, at.z);
    this.controls.target.set(target.x, target.y, target.z);
    this.controls.update();
    this.invalidate();
  }

  /** Another session is to be shown: where somebody looked in this one is of no interest. */
  forget(): void {
    this.touched = false;
  }

  /** Look at all there is, unless the viewer has looked elsewhere already; `anyway`: even then. */
  look(anyway = false): void {
    if (this.touched && !anyway) return;
    const box = new Box3().setFromObject(this.root);
    if (box.isEmpty()) return;
    this.touched = false;
    const middle = box.getCenter(new Vector3());
    const size = box.getSize(new Vector3());
    middle.y = box.min.y + size.y * 0.32;
    this.controls.target.copy(middle);
    this.camera.position.copy(middle).addScaledVector(FIRST, FARTHEST_M);
    this.controls.update(); // the view's direction is known now, and which walls are in its way
    this.openUp();
    const far = Math.min(FARTHEST_M, Math.max(NEAREST_M, this.distance(middle)));
    this.camera.position.copy(middle).addScaledVector(FIRST, far);
    this.ground.position.y = box.min.y - 0.005;
    this.controls.update();
    this.invalidate();
  }

  /** From how far away all that is drawn fits into the picture, by the way the camera looks now. */
  private distance(middle: Vector3): number {
    this.camera.updateMatrixWorld();
    const [right, up, back] = [new Vector3(), new Vector3(), new Vector3()];
    this.camera.matrixWorld.extractBasis(right, up, back);
    const tall = Math.tan((this.camera.fov * Math.PI) / 360) / ROOM;
    const wide = tall * this.camera.aspect;
    const box = new Box3();
    const corner = new Vector3();
    let far = 0;
    this.root.traverseVisible((object) => {
      if (!(object instanceof Mesh)) return;
      box.setFromObject(object);
      for (let n = 0; n < 8; n += 1) {
        corner.set(
          n & 1 ? box.max.x : box.min.x,
          n & 2 ? box.max.y : box.min.y,
          n & 4 ? box.max.z : box.min.z,
        ).sub(middle);
        const across = Math.max(Math.abs(corner.dot(right)) / wide, Math.abs(corner.dot(up)) / tall);
        far = Math.max(far, across + corner.dot(back));
      }
    });
    return far;
  }

  /** Where an object's middle is on the screen, CSS pixels; undefined: nothing of it is shown. */
  onScreen(object: Object3D | undefined): { x: number; y: number } | undefined {
    const box = object && new Box3().setFromObject(object);
    if (!box || box.isEmpty()) return undefined;
    const at = box.getCenter(new Vector3()).project(this.camera);
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return { x: left + ((at.x + 1) / 2) * width, y: top + ((1 - at.y) / 2) * height };
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (!width || !height) return;
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.look();
    this.invalidate();
  }

  private draw(now: number): void {
    this.asked = false;
    if (this.controls.update()) this.invalidate();
    for (const [content, since] of this.popping) {
      const part = Math.min(1, (now - since) / POP_MS);
      content.scale.setScalar(Math.max(0.01, 1 - 0.25 * (1 - part) ** 2));
      if (part === 1) this.popping.delete(content);
      this.invalidate();
    }
    if (this.chosen) this.frame.box.setFromObject(this.chosen);
    this.frame.visible = this.chosen?.parent != null && !this.frame.box.isEmpty();
    for (const { group, helper } of this.marks) helper.box.setFromObject(group);
    this.openUp();
    this.renderer.render(this.scene, this.camera);
  }

  /** Walls that stand between the viewer and the room are left out. */
  private openUp(): void {
    const middle = this.controls.target;
    const at = new Vector3();
    const size = new Vector3();
    this.root.traverse((object) => {
      if (!(object instanceof Mesh) || object.geometry.type !== "BoxGeometry") return;
      object.getWorldScale(size);
      const isWall = size.y > TALL_M && Math.min(size.x, size.z) < THIN_M;
      if (!isWall || Math.max(size.x, size.z) < TALL_M) return;
      object.getWorldPosition(at);
      const axis = size.x < size.z ? "x" : "z";
      const inside = Math.sign(middle[axis] - at[axis]);
      object.visible = (this.camera.position[axis] - at[axis]) * inside > 0;
    });
  }
}

/** Whether the viewer wants little to move. */
function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

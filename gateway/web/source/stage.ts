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
  PMREMGenerator,
  Scene,
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

/** Where things are shown: `scene` below `root`s that are added to it. */
export class Stage {
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera(45, 1, 0.05, 500);
  readonly controls: OrbitControls;

  private readonly renderer: WebGLRenderer;
  private readonly sky = new Sky();
  private readonly frame = new Box3Helper(new Box3(), new Color(0x6ea8fe));
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
    const maker = new PMREMGenerator(this.renderer);
    this.scene.environment = maker.fromScene(new RoomEnvironment(), 0.04).texture;
    this.scene.environmentIntensity = 0.45;
    this.frame.visible = false;
    this.scene.add(this.sky.dome, new HemisphereLight(0xffffff, 0x8a8078, 0.5), this.frame, root);
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

  /** Draw soon. */
  invalidate(): void {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame((now) => this.draw(now));
  }

  /** Behind the scene: its sky, or the page's own ground. */
  background(sky: Skybox | undefined): void {
    const ground = getComputedStyle(document.documentElement).getPropertyValue("--ground").trim();
    this.sky.show(sky, ground || "#14171c");
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

  /** Look at all there is, unless the viewer has looked elsewhere already; `anyway`: even then. */
  look(anyway = false): void {
    if (this.touched && !anyway) return;
    const box = new Box3().setFromObject(this.root);
    if (box.isEmpty()) return;
    this.touched = false;
    const middle = box.getCenter(new Vector3());
    const size = box.getSize(new Vector3());
    const reach = Math.min(40, Math.max(1.2, Math.hypot(size.x, size.y * 0.6, size.z) / 2));
    const wide = Math.min(1, this.camera.aspect);
    const far = (reach * 0.95) / Math.sin((this.camera.fov * Math.PI) / 360) / wide;
    const from = new Vector3(0.42, 0.5, -0.9).normalize().multiplyScalar(far);
    middle.y = box.min.y + size.y * 0.32;
    this.controls.target.copy(middle);
    this.camera.position.copy(middle).add(from);
    this.controls.update();
    this.invalidate();
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

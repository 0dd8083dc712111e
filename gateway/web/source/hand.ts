/** Choosing a thing and changing it by hand: dragged over the ground, turned, removed. */
import { type Object3D, Plane, Raycaster, Vector2, Vector3 } from "three";
import { type Mirror, type Node } from "scenestream-client";

import type { Stage } from "./stage.ts";
import { placed, type Things } from "./things.ts";

const CLICK_PX = 5;
const STEP_M = 0.1;
const TURN_DEG = 15;
const SHELL = /\b(floor|ground|ceiling|wall|door|window)\b/i;
const UP = new Vector3(0, 1, 0);

/** Whom the hand tells. `edited`: nodes as they are now, and ids of those that are gone. */
export interface Owner {
  readonly mirror: Mirror | undefined;
  readonly mayEdit: boolean;
  chose(id: string | undefined): void;
  edited(upserts: Node[], removed: string[]): void;
}

/** The hand on the stage. */
export class Hand {
  chosen: string | undefined;

  private readonly ray = new Raycaster();
  private pressed: { x: number; y: number; id: string | undefined } | undefined;
  private drag: { group: Object3D; plane: Plane; grip: Vector3; moved: boolean } | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly things: Things,
    private readonly owner: Owner,
  ) {
    const { canvas } = stage;
    const first = { capture: true }; // before the camera's controls hear of it
    canvas.addEventListener("pointerdown", (event) => this.down(event), first);
    canvas.addEventListener("pointermove", (event) => this.move(event), first);
    canvas.addEventListener("pointerup", (event) => this.up(event), first);
    canvas.addEventListener("pointercancel", () => this.drop(), first);
    canvas.addEventListener("keydown", (event) => this.key(event), first);
  }

  /** Choose a thing; undefined: none. */
  choose(id: string | undefined): void {
    this.chosen = id;
    this.stage.choose(id === undefined ? undefined : this.things.group(id));
    this.owner.chose(id);
  }

  /** Turn the chosen thing, degrees as seen from above, to the right. */
  turn(degrees: number): void {
    this.change((group) => (group.rotation.y -= (degrees * Math.PI) / 180));
  }

  /** Take the chosen thing away, and what stands on it. */
  remove(): void {
    const { mirror } = this.owner;
    if (!mirror || !this.chosen || !this.owner.mayEdit) return;
    const gone = [...mirror.below(this.chosen)].reverse();
    this.choose(undefined);
    this.owner.edited([], gone);
  }

  private down(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) return;
    const hit = this.under(event);
    this.pressed = { x: event.clientX, y: event.clientY, id: hit?.id };
    const group = hit && hit.id === this.chosen ? this.things.group(hit.id) : undefined;
    if (!hit || !group || !this.owner.mayEdit) return;
    const plane = new Plane().setFromNormalAndCoplanarPoint(UP, hit.point);
    const grip = group.getWorldPosition(new Vector3()).sub(hit.point);
    this.drag = { group, plane, grip, moved: false };
    this.stage.controls.enabled = false;
    this.stage.canvas.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    if (!this.drag) {
      if (event.pointerType === "mouse" && !event.buttons) {
        this.stage.canvas.classList.toggle("over", this.under(event) !== undefined);
      }
      return;
    }
    if (!this.drag.moved && this.isClick(event)) return;
    this.drag.moved = true;
    this.stage.canvas.classList.add("moving");
    this.aim(event);
    const at = this.ray.ray.intersectPlane(this.drag.plane, new Vector3());
    const { group, grip } = this.drag;
    if (!at || at.distanceTo(this.stage.controls.target) > 60) return;
    group.position.copy(group.parent ? group.parent.worldToLocal(at.add(grip)) : at);
    this.stage.invalidate();
  }

  private up(event: PointerEvent): void {
    const moved = this.drag?.moved;
    const click = this.pressed && this.isClick(event);
    if (moved) this.commit();
    else if (click) this.choose(this.pressed?.id);
    this.drop();
  }

  private drop(): void {
    if (this.drag) this.stage.controls.enabled = true;
    this.stage.canvas.classList.remove("moving");
    this.drag = this.pressed = undefined;
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.choose(undefined);
    if (!this.chosen || event.ctrlKey || event.metaKey || event.altKey) return;
    const does = this.keys()[event.key];
    if (!does) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    does();
  }

  private keys(): Record<string, () => void> {
    return {
      ArrowLeft: () => this.push(-1, 0),
      ArrowRight: () => this.push(1, 0),
      ArrowUp: () => this.push(0, 1),
      ArrowDown: () => this.push(0, -1),
      q: () => this.turn(-TURN_DEG),
      e: () => this.turn(TURN_DEG),
      Delete: () => this.remove(),
    };
  }

  /** A step to the right and away, as the viewer sees it, along the room's nearest axis. */
  private push(right: number, away: number): void {
    const ahead = this.stage.camera.getWorldDirection(new Vector3()).setY(0);
    const axis = Math.abs(ahead.x) > Math.abs(ahead.z)
      ? new Vector3(Math.sign(ahead.x), 0, 0)
      : new Vector3(0, 0, Math.sign(ahead.z));
    const side = new Vector3().crossVectors(axis, UP);
    const way = axis.multiplyScalar(away).add(side.multiplyScalar(right)).multiplyScalar(STEP_M);
    this.change((group) => {
      const at = group.getWorldPosition(new Vector3()).add(way);
      group.position.copy(group.parent ? group.parent.worldToLocal(at) : at);
    });
  }

  private change(how: (group: Object3D) => void): void {
    const group = this.chosen && this.things.group(this.chosen);
    if (!group || !this.owner.mayEdit) return;
    how(group);
    this.stage.invalidate();
    this.commit();
  }

  private commit(): void {
    const node = this.chosen && this.owner.mirror?.nodes.get(this.chosen);
    const group = this.chosen && this.things.group(this.chosen);
    if (node && group) this.owner.edited([placed(node, group)], []);
  }

  private isClick(event: PointerEvent): boolean {
    const { x, y } = this.pressed ?? { x: 0, y: 0 };
    return Math.hypot(event.clientX - x, event.clientY - y) < CLICK_PX;
  }

  private aim(event: PointerEvent): void {
    const { left, top, width, height } = this.stage.canvas.getBoundingClientRect();
    const at = new Vector2(
      ((event.clientX - left) / width) * 2 - 1,
      1 - ((event.clientY - top) / height) * 2,
    );
    this.ray.setFromCamera(at, this.stage.camera);
  }

  /** The thing under the pointer, and where it was hit. The room itself is none. */
  private under(event: PointerEvent): { id: string; point: Vector3 } | undefined {
    this.aim(event);
    for (const { object, point } of this.ray.intersectObject(this.things.root)) {
      if (!isSeen(object)) continue;
      const id = this.thing(object);
      return id === undefined ? undefined : { id, point };
    }
    return undefined;
  }

  private thing(object: Object3D): string | undefined {
    let at: Object3D | null = object;
    while (at && at.userData["node"] === undefined) at = at.parent;
    const id = at?.userData["node"] as string | undefined;
    const node = id === undefined ? undefined : this.owner.mirror?.nodes.get(id);
    if (!node || isShell(node)) return undefined;
    return node.id.endsWith("-box") && node.parent ? node.parent : node.id;
  }
}

function isSeen(object: Object3D | null): boolean {
  return object === null || (object.visible && isSeen(object.parent));
}

/** Whether a node is of the room rather than in it: its floor and walls, mere lights, groups. */
export function isShell(node: Node): boolean {
  const kinds = node.components.map(({ kind }) => kind.case);
  return !kinds.includes("mesh") && (!kinds.includes("primitive") || SHELL.test(node.name));
}

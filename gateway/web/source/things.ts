/** Nodes of the scene as three.js objects. A block stays until the mesh that takes its place is there. */
import { Group, MathUtils, Mesh, type Object3D } from "three";
import { type Changed, create, type Mirror, mirrored, mirroredTurn, type Node, NodeSchema, Vec3Schema } from "scenestream-client";

import { type Meshes, Stale } from "./meshes.ts";
import { light, primitive } from "./shapes.ts";

/** A node as it is shown. `content`: what its components look like; `waits`: a mesh is on its way. */
interface Shown {
  readonly group: Group;
  content: Object3D | undefined;
  key: string;
  waits: boolean;
  readonly lingering: Object3D[];
}

/** Whom the things tell: that something looks otherwise, that a mesh is there, that URLs are over. */
export interface Watcher {
  changed(): void;
  arrived(content: Object3D): void;
  stale(): void;
  failed(why: string): void;
}

/** All nodes that are shown, below `root`. */
export class Things {
  readonly root = new Group();
  /** A node as a hand left it, where the scene does not show that yet. */
  ahead: (id: string) => Node | undefined = () => undefined;
  private readonly shown = new Map<string, Shown>();
  private alone: ReadonlySet<string> | undefined;

  constructor(
    private readonly meshes: Meshes,
    private readonly watcher: Watcher,
  ) {}

  /** How many meshes are still on their way. */
  get waiting(): number {
    return [...this.shown.values()].filter((thing) => thing.waits).length;
  }

  /** Whether a node shows a mesh by now. */
  isMesh(id: string): boolean {
    const thing = this.shown.get(id);
    return thing !== undefined && !thing.waits && thing.content?.userData["mesh"] === true;
  }

  /** A node's group; undefined: it is not shown. */
  group(id: string): Group | undefined {
    return this.shown.get(id)?.group;
  }

  /** Show these nodes' own looks alone, and the others' not; undefined: all again. */
  only(ids: ReadonlySet<string> | undefined): void {
    this.alone = ids;
    for (const [id, { content }] of this.shown) if (content) content.visible = this.isSeen(id);
    this.watcher.changed();
  }

  private isSeen(id: string): boolean {
    return this.alone === undefined || this.alone.has(id);
  }

  /** Follow what a frame changed. */
  follow(mirror: Mirror, changed: Changed): void {
    if (changed.whole) {
      this.show(mirror);
      return;
    }
    for (const id of changed.upserts) this.put(mirror, id);
    for (const id of changed.removed) this.take(id);
    this.watcher.changed();
  }

  /** Show this scene, whatever was shown before. */
  show(mirror: Mirror): void {
    for (const id of mirror.nodes.keys()) this.put(mirror, id);
    for (const id of [...this.shown.keys()]) if (!mirror.nodes.has(id)) this.take(id);
    this.watcher.changed();
  }

  /** Show a node as the scene has it, but for what a hand did to it and waits to be taken. */
  put(mirror: Mirror, id: string): void {
    const node = mirror.nodes.get(id);
    if (!node) return;
    const thing = this.shown.get(id) ?? this.begin(id);
    place(thing.group, this.ahead(id) ?? node);
    const parent = (node.parent && this.shown.get(node.parent)?.group) || this.root;
    if (thing.group.parent !== parent) parent.add(thing.group);
    const key = JSON.stringify(node.components);
    if (key === thing.key) return;
    thing.key = key;
    void this.furnish(thing, mirror, node, key);
  }

  private begin(id: string): Shown {
    const group = new Group();
    group.userData["node"] = id;
    const thing: Shown = { group, content: undefined, key: "", waits: false, lingering: [] };
    this.shown.set(id, thing);
    return thing;
  }

  private take(id: string): void {
    const thing = this.shown.get(id);
    if (!thing) return;
    this.shown.delete(id);
    const holder = this.shown.get(thing.group.parent?.userData["node"] as string);
    if (holder?.waits) holder.lingering.push(thing.group); // until the mesh is there
    else thing.group.removeFromParent();
  }

  private async furnish(thing: Shown, mirror: Mirror, node: Node, key: string): Promise<void> {
    const content = new Group();
    const loads: Promise<void>[] = [];
    for (const { kind } of node.components) {
      if (kind.case === "primitive") content.add(primitive(kind.value));
      if (kind.case === "light") content.add(light(kind.value));
      const asset = kind.case === "mesh" ? mirror.assets.get(kind.value.asset) : undefined;
      if (asset) loads.push(this.meshes.get(asset).then((mesh) => void content.add(mesh)));
    }
    thing.waits = loads.length > 0;
    if (!loads.length) {
      this.dress(thing, content, false); // at once: nothing flickers, and the camera can see it
      return;
    }
    try {
      await Promise.all(loads);
    } catch (error) {
      if (thing.key !== key) return;
      thing.key = ""; // the next frame that has it tries again
      thing.waits = false;
      if (error instanceof Stale) this.watcher.stale();
      else this.watcher.failed(`${node.name}: its mesh can not be shown: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    if (thing.key !== key) return; // it is to look otherwise by now
    this.dress(thing, content, true);
  }

  private dress(thing: Shown, content: Group, isMesh: boolean): void {
    thing.content?.removeFromParent();
    release(thing.content);
    for (const old of thing.lingering.splice(0)) old.removeFromParent();
    content.userData["mesh"] = isMesh;
    content.visible = this.isSeen(thing.group.userData["node"] as string);
    thing.content = content;
    thing.waits = false;
    thing.group.add(content);
    if (isMesh) this.watcher.arrived(content);
    this.watcher.changed();
  }
}

/** Where a node's group stands now, as a node of the scene's frame: what a hand did to it. */
export function placed(node: Node, group: Object3D): Node {
  const { x, y, z } = group.rotation;
  const turn = mirroredTurn({ x: deg(x), y: deg(y), z: deg(z) });
  return create(NodeSchema, {
    ...node,
    position: create(Vec3Schema, mirrored(group.position)),
    rotation: create(Vec3Schema, turn),
  });
}

function place(group: Object3D, { position, rotation, scale }: Node): void {
  const at = mirrored(position ?? { x: 0, y: 0, z: 0 });
  const turn = mirroredTurn(rotation ?? { x: 0, y: 0, z: 0 });
  group.position.set(at.x, at.y, at.z);
  group.rotation.set(rad(turn.x), rad(turn.y), rad(turn.z), "YXZ");
  group.scale.set(scale?.x ?? 1, scale?.y ?? 1, scale?.z ?? 1);
}

/** Materials of primitives are each one's own; geometries and meshes are shared and stay. */
function release(content: Object3D | undefined): void {
  if (!content || content.userData["mesh"] === true) return;
  content.traverse((object) => {
    if (object instanceof Mesh && !Array.isArray(object.material)) object.material.dispose();
  });
}

const rad = MathUtils.degToRad;
const deg = (angle: number): number => Math.round(MathUtils.radToDeg(angle) * 1e4) / 1e4;

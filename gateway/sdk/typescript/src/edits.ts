/**
 * What is changed by hand, told one change at a time. Without I/O.
 *
 * A change that is made before the one before it is shown would be in conflict with that, as if it
 * were another client's. So it waits, is merged with what follows, and is told on the revision that
 * is shown then: of each node only the members that the hand changed.
 */
import { create, equals } from "@bufbuild/protobuf";

import type { Mirror } from "./mirror.ts";
import { type Node, NodeSchema, type SceneState, SceneStateSchema, type Vec3 } from "./wire_v2_pb.ts";

/** Metres or degrees that numbers may lose on their way through a viewer. */
const NEAR = 1e-4;

interface Kept {
  readonly was: Node | undefined;
  readonly now: Node;
}

interface UnderWay {
  readonly command: string;
  readonly nodes: ReadonlyMap<string, Node>;
  revision?: number;
}

/** The hand edits of one client. */
export class HandEdits {
  private readonly kept = new Map<string, Kept>();
  private readonly gone = new Set<string>();
  private underWay: UnderWay | undefined;

  /** Whether all that was changed is shown by the scene, or was refused. */
  get isSettled(): boolean {
    return !this.underWay && this.kept.size === 0 && this.gone.size === 0;
  }

  /** A node as the hand left it, where the scene does not show that yet. */
  ahead(id: string): Node | undefined {
    return this.kept.get(id)?.now ?? this.underWay?.nodes.get(id);
  }

  /** Nodes as they are to be, and ids of those that are to go. */
  add(mirror: Mirror, upserts: readonly Node[], removed: readonly string[]): void {
    for (const now of upserts) {
      const was = this.kept.get(now.id)?.was ?? this.underWay?.nodes.get(now.id);
      this.kept.set(now.id, { was: was ?? mirror.nodes.get(now.id), now });
      this.gone.delete(now.id);
    }
    for (const id of removed) {
      this.kept.delete(id);
      this.gone.add(id);
    }
  }

  /** What is to be told now, as the command `id`; undefined: nothing, or not yet. */
  next(mirror: Mirror, id: string): SceneState | undefined {
    if (this.underWay || mirror.draft) return undefined;
    const upserts = [...this.kept.values()].map((kept) => onto(mirror, kept)).filter((n) => n !== undefined);
    const removed = [...this.gone].filter((gone) => mirror.nodes.has(gone));
    this.kept.clear();
    this.gone.clear();
    if (upserts.length + removed.length === 0) return undefined;
    this.underWay = { command: id, nodes: new Map(upserts.map((node) => [node.id, node])) };
    return create(SceneStateSchema, { base: mirror.revision, upserts, removed });
  }

  /** The server did it: the scene of `revision` shows it. */
  taken(command: string, revision: number): void {
    if (this.underWay?.command === command) this.underWay.revision = revision;
  }

  /** The server did not. */
  refused(command: string): void {
    if (this.underWay?.command === command) this.underWay = undefined;
  }

  /** The scene has moved on. A draft hides what was taken. */
  shown(mirror: Mirror): void {
    const revision = this.underWay?.revision;
    if (revision !== undefined && (mirror.draft || mirror.revision >= revision)) this.underWay = undefined;
  }
}

/** The node as the scene has it by now, with what the hand changed of it; undefined: nothing, or it is gone. */
function onto(mirror: Mirror, { was, now }: Kept): Node | undefined {
  const present = mirror.nodes.get(now.id);
  if (!was) return now;
  if (!present) return undefined;
  const changed: Partial<Node> = {};
  if (now.name !== was.name) changed.name = now.name;
  if (now.parent !== was.parent) changed.parent = now.parent;
  for (const member of ["position", "rotation", "scale"] as const) {
    if (!near(now[member], was[member])) changed[member] = now[member];
  }
  if (!alike(now, was)) changed.components = now.components;
  return Object.keys(changed).length ? create(NodeSchema, { ...present, ...changed }) : undefined;
}

function near(a: Vec3 | undefined, b: Vec3 | undefined): boolean {
  const axes = ["x", "y", "z"] as const;
  return axes.every((axis) => Math.abs((a?.[axis] ?? 0) - (b?.[axis] ?? 0)) < NEAR);
}

function alike(a: Node, b: Node): boolean {
  const [one, other] = [a, b].map(({ components }) => create(NodeSchema, { components }));
  return equals(NodeSchema, one!, other!);
}

/**
 * The scene as a client has it: frames in, nodes out. Without I/O.
 *
 * After every frame the mirror is a valid scene, and its hash is what the server says it is. What
 * does not belong here: sockets (client.ts), and how a scene looks (whoever draws it).
 */
import { toBinary } from "@bufbuild/protobuf";
import { sha256 } from "@noble/hashes/sha2.js";

import {
  type Asset,
  type Node,
  NodeSchema,
  type SceneChange,
  type ServerFrame,
  type Skybox,
  SkyboxSchema,
} from "./wire_v2_pb.ts";

const MASK = (1n << 64n) - 1n;
const utf8 = new TextEncoder();

/** A frame can not follow on what is shown; join the session anew and take its scene whole. */
export class BrokenScene extends Error {
  override name = "BrokenScene";
}

/** What a frame changed: ids of nodes, in the order in which they are to be drawn or taken away. */
export interface Changed {
  readonly whole: boolean;
  readonly upserts: readonly string[];
  readonly removed: readonly string[];
  readonly skybox: boolean;
  readonly name: boolean;
}

const NOTHING: Changed = { whole: false, upserts: [], removed: [], skybox: false, name: false };

/** The scene that a client shows: nodes by id, parents before their children where they are new. */
export class Mirror {
  readonly nodes = new Map<string, Node>();
  readonly assets = new Map<string, Asset>();
  skybox: Skybox | undefined;
  name = "";
  revision = 0;
  draft = false;

  private readonly numbers = new Map<string, bigint>();
  private sum = 0n;
  private rest = numberOf(utf8.encode("name:"));

  /** Of the scene, as schemas/scene_v2.py defines it: 64 bits. */
  get hash(): bigint {
    return (this.sum + this.rest) & MASK;
  }

  /**
   * Take in a frame; what it changed of the scene.
   *
   * Throws BrokenScene where a node would hang on nothing, or the hash is another: what is shown
   * is not to be trusted from then on.
   */
  apply(frame: ServerFrame): Changed {
    for (const asset of frame.assets) this.assets.set(asset.id, asset);
    const change = frame.scene;
    if (!change) return NOTHING;
    if (change.whole) this.clear();
    for (const node of change.upserts) this.put(node);
    for (const id of change.removed) this.take(id);
    if (change.skybox) this.skybox = change.skybox.kind.case ? change.skybox : undefined;
    if (change.name !== undefined) this.name = change.name;
    this.revision = change.revision;
    this.draft = change.draft;
    return this.checked(change);
  }

  /** Ids of the nodes that hang on `id`, itself first. */
  *below(id: string): Generator<string> {
    yield id;
    for (const node of this.nodes.values()) if (node.parent === id) yield* this.below(node.id);
  }

  private checked(change: SceneChange): Changed {
    if (change.whole || change.skybox || change.name !== undefined) {
      this.rest = numberOf(utf8.encode(`name:${this.name}`));
      if (this.skybox) this.rest += numberOf(skyBytes(this.skybox));
    }
    if (this.hash !== change.hash) {
      throw new BrokenScene(
        `the scene's hash is ${hex(this.hash)}, the server's ${hex(change.hash)}; join again`,
      );
    }
    return {
      whole: change.whole,
      upserts: change.upserts.map((node) => node.id),
      removed: change.removed,
      skybox: change.whole || change.skybox !== undefined,
      name: change.whole || change.name !== undefined,
    };
  }

  private clear(): void {
    this.nodes.clear();
    this.numbers.clear();
    this.sum = 0n;
    this.skybox = undefined;
    this.name = "";
  }

  private put(node: Node): void {
    if (node.parent && !this.nodes.has(node.parent)) {
      throw new BrokenScene(`${node.id} hangs on ${node.parent}, which is not there; join again`);
    }
    for (const { kind } of node.components) {
      if (kind.case === "mesh" && kind.value.asset && !this.assets.has(kind.value.asset)) {
        throw new BrokenScene(`${node.id} shows ${kind.value.asset}, which is not known`);
      }
    }
    const number = numberOf(toBinary(NodeSchema, node));
    this.sum += number - (this.numbers.get(node.id) ?? 0n);
    this.numbers.set(node.id, number);
    this.nodes.set(node.id, node);
  }

  private take(id: string): void {
    if (!this.nodes.delete(id)) throw new BrokenScene(`${id} is gone already; join again`);
    for (const node of this.nodes.values()) {
      if (node.parent === id) throw new BrokenScene(`${node.id} would lose its parent; join again`);
    }
    this.sum -= this.numbers.get(id) ?? 0n;
    this.numbers.delete(id);
  }
}

/** 64 bits as 16 hexadecimal digits. */
export function hex(hash: bigint): string {
  return hash.toString(16).padStart(16, "0");
}

function skyBytes(sky: Skybox): Uint8Array {
  const mark = utf8.encode("sky:");
  const told = toBinary(SkyboxSchema, sky);
  const whole = new Uint8Array(mark.length + told.length);
  whole.set(mark);
  whole.set(told, mark.length);
  return whole;
}

/** The first eight bytes of the SHA-256, least significant first. */
function numberOf(bytes: Uint8Array): bigint {
  const digest = sha256(bytes);
  return new DataView(digest.buffer, digest.byteOffset, 8).getBigUint64(0, true);
}

/**
 * One client's part of scenestream.v2, without I/O: bytes in, happenings out; a clock and randomness
 * as parameters.
 *
 * It knows what the server has not confirmed yet and says it again after a reconnect, under the same
 * id, so that it counts once. The cursor of the last frame makes a reconnect go on where it was.
 */
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";

import { HandEdits } from "./edits.ts";
import { BrokenScene, type Changed, Mirror } from "./mirror.ts";
import {
  type ClientFrame,
  ClientFrameSchema,
  Hello_Delivery,
  HelloSchema,
  PlaybackSchema,
  type Refused,
  type ServerFrame,
  ServerFrameSchema,
  type Welcome,
} from "./wire_v2_pb.ts";

export const SUBPROTOCOL = "scenestream.v2";
const FIRST_WAIT_S = 0.25;
const LONGEST_WAIT_S = 15;
const PASSING = ["unavailable", "internal", "conflict"];
/** The Hello came too late, from a machine that was busy: another time it may not. */
const TOO_LATE = "NoHello";

/** A message. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** What a client sends. */
export type Command = Exclude<ClientFrame["command"], { case: undefined }>;

/** How a client wants to be in a session. Empty members: a new session, without a token. */
export interface Wishes {
  readonly client?: string;
  readonly session?: string;
  readonly token?: string;
  readonly invitation?: string;
  readonly progress?: boolean;
  /** What a scene would be made of waits for an Approve. */
  readonly review?: boolean;
  /** Watch the session again from a point, in place of joining it. */
  readonly replay?: { readonly paused?: boolean; readonly speed?: number; readonly seek?: string };
}

/** What came of a message. `changed`: of the scene that the mirror shows by now. */
export type Happening =
  | { readonly kind: "frame"; readonly frame: ServerFrame; readonly changed: Changed }
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "broken"; readonly why: string };

/** The protocol core of one client, over all its connections. */
export class Connection {
  readonly mirror = new Mirror();
  readonly edits = new HandEdits();
  welcome: Welcome | undefined;
  refused: Refused | undefined;

  private cursor = "";
  private broken = false;
  private failures = 0;
  private readonly waiting = new Map<string, ClientFrame>();
  private readonly toTheEnd = new Set<string>();

  constructor(
    private readonly wishes: Wishes,
    private readonly newId: () => string,
  ) {}

  /** Of the session; "" before the first welcome where a new one is opened. */
  get session(): string {
    return this.welcome?.session ?? this.wishes.session ?? "";
  }

  /** Commands that the server has not confirmed yet. */
  get unconfirmed(): number {
    return this.waiting.size;
  }

  /** The first message of a connection. */
  hello(): Bytes {
    this.broken = false;
    const { client = "", token = "", invitation = "", replay } = this.wishes;
    const value = create(HelloSchema, {
      client,
      token,
      invitation,
      session: this.cursor ? "" : this.session,
      cursor: this.cursor,
      assets: Hello_Delivery.REFERENCE,
      progress: this.wishes.progress ?? true,
      review: this.wishes.review ?? false,
    });
    if (replay) value.replay = playback(replay);
    return this.written({ case: "hello", value }).bytes;
  }

  /**
   * A command as a message; it is said again after a reconnect until the server confirms it. With
   * `toTheEnd`, until its request ends: the server then tells that again, should it have been missed.
   */
  say(command: Command, id = this.newId(), toTheEnd = false): Bytes {
    const { frame, bytes } = this.written(command, id);
    if (command.case !== "playback") this.waiting.set(id, frame);
    if (toTheEnd) this.toTheEnd.add(id);
    return bytes;
  }

  /** What was changed by hand and is to be told now, if anything is. */
  due(): Bytes[] {
    const id = this.newId();
    const value = this.edits.next(this.mirror, id);
    return value ? [this.say({ case: "sceneState", value }, id)] : [];
  }

  /** What is to be sent once the server has welcomed the client: all that is unconfirmed. */
  again(): Bytes[] {
    return [...this.waiting.values()].map((frame) => toBinary(ClientFrameSchema, frame));
  }

  /** Take in a message. Nothing that comes can break the client; "broken": connect again. */
  receive(message: Uint8Array): Happening {
    let frame: ServerFrame;
    try {
      frame = fromBinary(ServerFrameSchema, message);
    } catch (unreadable) {
      return { kind: "unreadable", why: String(unreadable) };
    }
    if (this.broken) return { kind: "broken", why: "waiting for the scene as a whole" };
    try {
      const changed = this.mirror.apply(frame);
      if (frame.cursor) this.cursor = frame.cursor;
      this.confirm(frame);
      this.edits.shown(this.mirror);
      return { kind: "frame", frame, changed };
    } catch (error) {
      if (!(error instanceof BrokenScene)) throw error;
      this.broken = true;
      this.cursor = ""; // the next Hello takes the scene whole
      return { kind: "broken", why: error.message };
    }
  }

  /**
   * Seconds after which to connect again: twice as long each time, up to 15, less up to a half by
   * `random` (0-1), so that clients do not all come back at once. Undefined: it would be in vain.
   */
  lost(random: number): number | undefined {
    this.failures += 1;
    if (this.refused) {
      const { category, code, retryAfterS } = this.refused;
      this.refused = undefined;
      if (code === "BadCursor" && this.cursor) this.cursor = "";
      else if (!PASSING.includes(category) && code !== TOO_LATE) return undefined;
      if (retryAfterS > 0) return retryAfterS;
    }
    const wait = Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (this.failures - 1));
    return wait * (1 - random / 2);
  }

  private confirm({ event, request }: ServerFrame): void {
    switch (event.case) {
      case "welcome":
        this.welcome = event.value;
        this.failures = 0;
        this.refused = undefined;
        for (const open of event.value.open) this.heard(commandOf(open));
        break;
      case "accepted":
        this.heard(event.value.command);
        break;
      case "refused":
        this.settled(event.value.command);
        this.edits.refused(event.value.command);
        if (!event.value.command) this.refused = event.value;
        break;
      case "taken":
        this.settled(event.value.command);
        this.edits.taken(event.value.command, event.value.revision);
        break;
      case "completed":
      case "failed":
      case "cancelled":
        this.settled(commandOf(request));
        break;
    }
    if (request) this.heard(commandOf(request));
  }

  private heard(command: string): void {
    if (!this.toTheEnd.has(command)) this.waiting.delete(command);
  }

  private settled(command: string): void {
    this.toTheEnd.delete(command);
    this.waiting.delete(command);
  }

  private written(command: Command, id = this.newId()): { frame: ClientFrame; bytes: Bytes } {
    const frame = create(ClientFrameSchema, { id, command });
    return { frame, bytes: toBinary(ClientFrameSchema, frame) };
  }
}

/** The id of the command that opened a request: what its id ends with. */
export function commandOf(request: string): string {
  return request.slice(request.indexOf(".") + 1);
}

/** A Playback as the wire has it. */
export function playback(asked: {
  readonly paused?: boolean;
  readonly step?: boolean;
  readonly speed?: number;
  readonly seek?: string;
}) {
  const told = create(PlaybackSchema, { speed: asked.speed ?? 0, seek: asked.seek ?? "" });
  if (asked.step) told.state = { case: "step", value: true };
  else if (asked.paused !== undefined) told.state = { case: "paused", value: asked.paused };
  return told;
}

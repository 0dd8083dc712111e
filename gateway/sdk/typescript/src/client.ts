/**
 * A client on a WebSocket, in a browser or anywhere that has one: it connects, resumes after every
 * drop, and tells what happens. The protocol is connection.ts's.
 */
import { type Bytes, type Command, Connection, type Happening, SUBPROTOCOL, type Wishes } from "./connection.ts";
import type { Mirror } from "./mirror.ts";
import type { Node, ServerFrame } from "./wire_v2_pb.ts";

/** How it stands between client and server. `inS`: seconds until the next try. */
export type Link =
  | { readonly state: "connecting" }
  | { readonly state: "open"; readonly role: string; readonly resumed: boolean }
  | { readonly state: "waiting"; readonly inS: number }
  | { readonly state: "closed"; readonly why: string; readonly code: string };

/** Whom a client tells. */
export interface Listener {
  happened(happening: Happening): void;
  linked(link: Link): void;
}

/** A client of one session, until `close`. */
export class Client {
  protected readonly core: Connection;
  private socket: WebSocket | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isWelcome = false;
  protected isClosed = false;

  /** `url`: ws:// or wss://. */
  constructor(
    protected readonly url: string,
    wishes: Wishes,
    private readonly listener: Listener,
  ) {
    this.core = new Connection(wishes, () => newId());
    this.connect();
  }

  get mirror(): Mirror {
    return this.core.mirror;
  }

  get session(): string {
    return this.core.session;
  }

  /** Send a command, now or as soon as there is a connection; its id. */
  send(command: Command): string {
    const id = newId();
    this.put([this.core.say(command, id)]);
    return id;
  }

  /**
   * Change nodes by hand, each whole, in the scene's own frame. One change is told at a time: those
   * that come meanwhile wait, are merged, and are told as soon as the one before is shown.
   */
  edit(upserts: Node[], removed: string[] = []): void {
    this.core.edits.add(this.mirror, upserts, removed);
    this.tellDue();
  }

  /** A node as the hand left it, where the scene does not show that yet. */
  ahead(id: string): Node | undefined {
    return this.core.edits.ahead(id);
  }

  /** Leave for good. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.socket?.close(1000);
    this.ended("the client was closed", "ClientClosed");
  }

  /** Try to connect at once, where it waits to. */
  hurry(): void {
    if (this.isClosed || this.socket) return;
    clearTimeout(this.timer);
    this.connect();
  }

  private connect(): void {
    this.listener.linked({ state: "connecting" });
    const socket = new WebSocket(this.url, [SUBPROTOCOL]);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => socket.send(this.core.hello());
    socket.onmessage = ({ data }) => {
      if (this.socket === socket && data instanceof ArrayBuffer) this.took(new Uint8Array(data));
    };
    socket.onclose = ({ reason }) => this.lost(socket, reason);
    this.socket = socket;
  }

  private took(message: Uint8Array): void {
    if (this.isClosed) return;
    const happening = this.core.receive(message);
    if (happening.kind === "broken") this.socket?.close(4000, "the scene's hash is another");
    const welcome = happening.kind === "frame" && happening.frame.event.case === "welcome";
    if (welcome && happening.frame.event.case === "welcome") {
      this.isWelcome = true;
      for (const bytes of this.core.again()) this.socket?.send(bytes);
      const { role, resumed } = happening.frame.event.value;
      this.listener.linked({ state: "open", role, resumed });
    }
    if (happening.kind === "frame") {
      this.heard(happening.frame);
      this.tellDue();
    }
    this.listener.happened(happening);
  }

  /** A frame came; for clients of another kind. */
  protected heard(_frame: ServerFrame): void {}

  /** Nothing comes any more. */
  protected ended(_why: string, _code: string): void {}

  private tellDue(): void {
    if (this.isWelcome) this.put(this.core.due());
  }

  protected put(messages: Bytes[]): void {
    if (!this.isWelcome || this.socket?.readyState !== WebSocket.OPEN) return;
    for (const bytes of messages) this.socket.send(bytes);
  }

  private lost(socket: WebSocket, reason: string): void {
    if (this.socket !== socket) return;
    this.socket = undefined;
    this.isWelcome = false;
    if (this.isClosed) return;
    const refused = this.core.refused;
    const inS = this.core.lost(Math.random());
    if (inS === undefined) {
      this.isClosed = true;
      const why = refused?.message ?? reason;
      this.ended(why, refused?.code ?? "");
      this.listener.linked({ state: "closed", why, code: refused?.code ?? "" });
      return;
    }
    this.listener.linked({ state: "waiting", inS });
    this.timer = setTimeout(() => this.connect(), inS * 1000);
  }
}

/** A UUID, also on pages that came over plain HTTP, which have no crypto.randomUUID. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

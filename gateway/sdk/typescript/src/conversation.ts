/** A client that is asked, and promises answers: what a program wants, rather than a page. */
import { create } from "@bufbuild/protobuf";

import { Client, newId } from "./client.ts";
import { type Command, commandOf } from "./connection.ts";
import { fetched } from "./fetching.ts";
import {
  ApproveSchema,
  CancelSchema,
  type Completed,
  ConfirmSchema,
  RedoSchema,
  type ServerFrame,
  TextSchema,
  UndoSchema,
} from "./wire_v2_pb.ts";

/** What was asked was refused, failed or was cancelled; `code` and `category` as on the wire. */
export class NotDone extends Error {
  override name = "NotDone";

  constructor(
    message: string,
    readonly code: string,
    readonly category: string,
  ) {
    super(message);
  }
}

interface Asker {
  done(completed: Completed): void;
  failed(why: NotDone): void;
}

/** A client whose requests are promises: each is kept until it is known how it ended. */
export class Conversation extends Client {
  private readonly askers = new Map<string, Asker>();

  /** Say it and wait for the answer, over any number of connections. Rejects with NotDone. */
  ask(text: string): Promise<Completed> {
    return this.answered({ case: "text", value: create(TextSchema, { text }) });
  }

  /** Take the last `count` changes back. */
  undo(count = 1): Promise<Completed> {
    return this.answered({ case: "undo", value: create(UndoSchema, { count }) });
  }

  /** Bring them back. */
  redo(count = 1): Promise<Completed> {
    return this.answered({ case: "redo", value: create(RedoSchema, { count }) });
  }

  /** Answer the question of a Completed that `confirms` something. */
  confirm(yes = true): Promise<Completed> {
    return this.answered({ case: "confirm", value: create(ConfirmSchema, { yes }) });
  }

  /** Answer a Decomposed that `waits`; `text`: what is to be otherwise. */
  approve(request = "", text = ""): void {
    this.send({ case: "approve", value: create(ApproveSchema, { request, text }) });
  }

  /** End a request, or all that are open. */
  cancel(request = ""): void {
    this.send({ case: "cancel", value: create(CancelSchema, { request }) });
  }

  /** The bytes of an asset of the scene, checked against its hash. */
  async asset(id: string): Promise<Uint8Array> {
    const asset = this.mirror.assets.get(id);
    if (!asset) throw new Error(`the scene names no asset ${id}; take one of mirror.assets`);
    return fetched(this.url, asset);
  }

  private answered(command: Command): Promise<Completed> {
    const id = newId();
    return new Promise((done, failed) => {
      if (this.isClosed) {
        failed(new NotDone("the client is closed; make another", "ClientClosed", "conflict"));
        return;
      }
      this.askers.set(id, { done, failed });
      this.put([this.core.say(command, id, true)]);
    });
  }

  protected override heard({ event, request }: ServerFrame): void {
    const id = event.case === "refused" ? event.value.command : commandOf(request);
    const asker = this.askers.get(id);
    if (!asker) return;
    if (event.case === "completed") asker.done(event.value);
    else if (event.case === "cancelled") {
      asker.failed(new NotDone("the request was cancelled; ask again", "Cancelled", "conflict"));
    } else if (event.case === "failed" || event.case === "refused") {
      asker.failed(new NotDone(event.value.message, event.value.code, event.value.category));
    } else return;
    this.askers.delete(id);
  }

  protected override ended(why: string, code: string): void {
    for (const asker of this.askers.values()) asker.failed(new NotDone(why, code, "conflict"));
    this.askers.clear();
  }
}

/** Client of Scenestream's protocol scenestream.v2. */
export { create } from "@bufbuild/protobuf";
export { Client, type Link, type Listener, newId } from "./client.ts";
export {
  type Command,
  Connection,
  type Happening,
  playback,
  SUBPROTOCOL,
  type Wishes,
} from "./connection.ts";
export { Conversation, NotDone } from "./conversation.ts";
export { HandEdits } from "./edits.ts";
export { fetched, httpOf } from "./fetching.ts";
export { mirrored, mirroredTurn, type Triple } from "./frames.ts";
export { BrokenScene, type Changed, hex, Mirror } from "./mirror.ts";
export * from "./wire_v2_pb.ts";

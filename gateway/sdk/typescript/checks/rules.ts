/** The rules of the client that no trace shows: what is said again, when, and where mirrors put things. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { fromBinary, toBinary } from "@bufbuild/protobuf";
import { Euler, Matrix4, Quaternion, Vector3 } from "three";

import {
  AcceptedSchema,
  type ClientFrame,
  ClientFrameSchema,
  CompletedSchema,
  Connection,
  create,
  Mirror,
  mirrored,
  mirroredTurn,
  type Node,
  NodeSchema,
  RefusedSchema,
  type SceneState,
  type ServerFrame,
  ServerFrameSchema,
  TakenSchema,
  TextSchema,
  UndoSchema,
  Vec3Schema,
  type Wishes,
} from "../src/index.ts";

const TEXT = { case: "text", value: create(TextSchema, { text: "a room" }) } as const;
const UNDO = { case: "undo", value: create(UndoSchema) } as const;

function client(wishes: Wishes = {}): Connection {
  let count = 0;
  return new Connection(wishes, () => `c${(count += 1)}`);
}

function told(connection: Connection, frame: Parameters<typeof create<typeof ServerFrameSchema>>[1]) {
  const message: ServerFrame = create(ServerFrameSchema, frame);
  return connection.receive(toBinary(ServerFrameSchema, message));
}

function welcome(connection: Connection, resumed = false, open: string[] = []) {
  const value = { $typeName: "scenestream.v2.Welcome", session: "s", resumed, role: "edit", open, maxFrame: 1, server: "" } as const;
  const scene = resumed ? undefined : ({ whole: true, hash: connection.mirror.hash } as const);
  return told(connection, { cursor: "here", scene, event: { case: "welcome", value } });
}

function hello(connection: Connection): Extract<ClientFrame["command"], { case: "hello" }>["value"] {
  const { command } = fromBinary(ClientFrameSchema, connection.hello());
  assert.equal(command.case, "hello");
  return command.value as never;
}

test("a first hello asks for a new session, a later one goes on at the cursor", () => {
  const connection = client({ token: "t" });
  assert.deepEqual([hello(connection).session, hello(connection).cursor], ["", ""]);
  welcome(connection);
  const again = hello(connection);
  assert.deepEqual([again.session, again.cursor, again.token], ["", "here", "t"]);
});

test("a hello says how the client wants to be told", () => {
  const asked = hello(client({ review: true, progress: false, session: "s", invitation: "i" }));
  assert.deepEqual([asked.review, asked.progress, asked.session, asked.invitation], [true, false, "s", "i"]);
  assert.deepEqual([hello(client()).review, hello(client()).progress], [false, true]);
});

test("what is not confirmed is said again under the same id, and nothing else", () => {
  const connection = client();
  welcome(connection);
  for (const command of [TEXT, UNDO]) connection.say(command);
  const ids = connection.again().map((bytes) => fromBinary(ClientFrameSchema, bytes).id);
  assert.equal(ids.length, 2);
  told(connection, { event: { case: "accepted", value: { $typeName: "scenestream.v2.Accepted", kind: 0, text: "", command: ids[0]!, ahead: 0, estimateS: 0 } } });
  assert.deepEqual(connection.again().map((bytes) => fromBinary(ClientFrameSchema, bytes).id), [ids[1]]);
  told(connection, { request: `5d1d.${ids[1]}` });
  assert.equal(connection.unconfirmed, 0);
});

test("a request that is open at the welcome was heard", () => {
  const connection = client();
  connection.say(TEXT, "a-b");
  welcome(connection, false, ["5d1d.a-b"]);
  assert.equal(connection.unconfirmed, 0);
});

test("it waits longer after each failure, and at once briefly after a welcome", () => {
  const connection = client();
  const waits = Array.from({ length: 9 }, () => connection.lost(0));
  assert.deepEqual(waits, [0.25, 0.5, 1, 2, 4, 8, 15, 15, 15]);
  assert.equal(connection.lost(1), 7.5);
  welcome(connection);
  assert.equal(connection.lost(0), 0.25);
});

test("a refusal for good ends it, one for now does not", () => {
  const refuse = (category: string, code: string, retryAfterS = 0) => {
    const connection = client({ session: "s" });
    told(connection, { event: { case: "refused", value: create(RefusedSchema, { category, code, message: "no", retryAfterS }) } });
    return connection.lost(0);
  };
  assert.equal(refuse("not_found", "UnknownSession"), undefined);
  assert.equal(refuse("unauthenticated", "NobodyKnown"), undefined);
  assert.equal(refuse("unavailable", "ClientTooSlow"), 0.25);
  assert.equal(refuse("unavailable", "TooMany", 7), 7);
  assert.equal(refuse("bad_input", "NoHello"), 0.25);
});

test("a cursor that is not taken is forgotten, and the scene taken whole", () => {
  const connection = client();
  welcome(connection);
  told(connection, { event: { case: "refused", value: create(RefusedSchema, { category: "bad_input", code: "BadCursor" }) } });
  assert.equal(connection.lost(0), 0.25);
  assert.deepEqual([hello(connection).session, hello(connection).cursor], ["s", ""]);
});

test("a wrong hash is told of, and the session joined anew, whole", () => {
  const connection = client();
  welcome(connection);
  const came = told(connection, { cursor: "next", scene: { hash: 1n } });
  assert.equal(came.kind, "broken");
  assert.equal(told(connection, { cursor: "later" }).kind, "broken");
  assert.deepEqual([hello(connection).session, hello(connection).cursor], ["s", ""]);
  assert.equal(welcome(connection).kind, "frame");
});

function commands(messages: Uint8Array[]): ClientFrame[] {
  return messages.map((bytes) => fromBinary(ClientFrameSchema, bytes));
}

/** A scene of one node at `x`, as the server would tell of it: a mirror reckons its hash. */
function stands(connection: Connection, x: number, revision: number, more: Partial<Node> = {}) {
  const node = create(NodeSchema, { id: "n", name: "n", position: { x, y: 0, z: 0 }, ...more });
  const upserts = [node];
  let hash = 0n;
  try {
    new Mirror().apply(create(ServerFrameSchema, { scene: { upserts, whole: true } }));
  } catch (error) {
    hash = BigInt(`0x${/hash is ([0-9a-f]+)/.exec(String(error))![1]}`);
  }
  const came = told(connection, { cursor: "c", scene: { upserts, whole: true, revision, hash } });
  assert.equal(came.kind, "frame");
  return node;
}

function moved(connection: Connection, x: number): void {
  const node = connection.edits.ahead("n") ?? connection.mirror.nodes.get("n")!;
  const position = create(Vec3Schema, { ...node.position, x });
  connection.edits.add(connection.mirror, [create(NodeSchema, { ...node, position })], []);
}

function taken(connection: Connection, command: string, revision: number): void {
  told(connection, { event: { case: "taken", value: create(TakenSchema, { command, revision }) } });
}

test("hand edits are told one at a time, each on the revision that shows the one before", () => {
  const connection = client();
  welcome(connection);
  stands(connection, 0, 4);
  moved(connection, 1);
  const [first] = commands(connection.due());
  assert.equal(first!.command.case === "sceneState" && first!.command.value.base, 4);
  moved(connection, 2);
  moved(connection, 3);
  assert.deepEqual(connection.due(), []);
  assert.equal(connection.edits.ahead("n")!.position!.x, 3);
  taken(connection, first!.id, 5);
  assert.deepEqual(connection.due(), []); // it is taken, but not shown yet
  stands(connection, 1, 5, { name: "renamed by another" });
  const [second] = commands(connection.due());
  assert.equal(second!.command.case, "sceneState");
  const state = second!.command.value as SceneState;
  assert.deepEqual([state.base, state.upserts[0]!.position!.x], [5, 3]);
  assert.equal(state.upserts[0]!.name, "renamed by another");
  taken(connection, second!.id, 6);
  stands(connection, 3, 6);
  assert.equal(connection.edits.isSettled, true);
  assert.deepEqual(connection.due(), []);
});

test("a hand edit that was cut off is told again as it was, and the next one waits for it", () => {
  const connection = client();
  welcome(connection);
  stands(connection, 0, 1);
  moved(connection, 1);
  const [first] = connection.due();
  moved(connection, 2);
  connection.lost(0);
  welcome(connection, true);
  assert.deepEqual(connection.again(), [first]);
  assert.deepEqual(connection.due(), []);
  const refused = create(RefusedSchema, { command: commands([first!])[0]!.id, category: "forbidden" });
  told(connection, { event: { case: "refused", value: refused } });
  assert.equal(connection.due().length, 1);
});

test("what came to nothing is not told, and nothing while a draft is shown", () => {
  const connection = client();
  welcome(connection);
  stands(connection, 0, 1);
  moved(connection, 0.00001);
  connection.edits.add(connection.mirror, [], ["nobody"]);
  assert.deepEqual(connection.due(), []);
  assert.equal(connection.edits.isSettled, true);
  moved(connection, 1);
  connection.mirror.draft = true;
  assert.deepEqual(connection.due(), []);
  connection.mirror.draft = false;
  assert.equal(connection.due().length, 1);
});

test("what is asked to the end is said again until that, and no longer", () => {
  const connection = client();
  welcome(connection);
  connection.say(TEXT, "q", true);
  told(connection, { request: "5d1d.q", event: { case: "accepted", value: create(AcceptedSchema, { command: "q" }) } });
  welcome(connection, false, ["5d1d.q"]);
  told(connection, { request: "5d1d.q", cursor: "x" });
  assert.equal(connection.unconfirmed, 1);
  told(connection, { request: "5d1d.q", event: { case: "completed", value: create(CompletedSchema) } });
  assert.equal(connection.unconfirmed, 0);
});

test("rubbish breaks nothing", () => {
  const connection = client();
  for (let n = 0; n < 2000; n += 1) {
    const bytes = Uint8Array.from({ length: n % 40 }, () => Math.floor(Math.random() * 256));
    connection.receive(bytes);
  }
  connection.hello();
  assert.equal(welcome(connection).kind, "frame");
});

test("a mirrored transform is the mirror image of Unity's, as importers of GLBs have it", () => {
  const mirror = new Matrix4().makeScale(-1, 1, 1);
  const any = (most: number) => (Math.random() - 0.5) * 2 * most;
  for (let n = 0; n < 1000; n += 1) {
    const at = { x: any(9), y: any(9), z: any(9) };
    const turn = { x: any(180), y: any(180), z: any(180) };
    const unity = new Matrix4()
      .makeTranslation(at.x, at.y, at.z)
      .multiply(new Matrix4().makeRotationY(rad(turn.y)))
      .multiply(new Matrix4().makeRotationX(rad(turn.x)))
      .multiply(new Matrix4().makeRotationZ(rad(turn.z)));
    const expected = mirror.clone().multiply(unity).multiply(mirror);
    const [place, way] = [mirrored(at), mirroredTurn(turn)];
    const euler = new Euler(rad(way.x), rad(way.y), rad(way.z), "YXZ");
    const found = new Matrix4().compose(
      new Vector3(place.x, place.y, place.z),
      new Quaternion().setFromEuler(euler),
      new Vector3(1, 1, 1),
    );
    found.elements.forEach((number, i) => assert.ok(Math.abs(number - expected.elements[i]!) < 1e-9));
    assert.deepEqual([mirrored(place), mirroredTurn(way)], [at, turn]);
  }
});

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

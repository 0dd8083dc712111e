/** A conversation with a real server, whose URL is the argument: says what came of it, in a line. */
import { Conversation, create, NodeSchema, NotDone, Vec3Schema } from "../src/index.ts";

const STEPS = 12;
let conflicts = 0;
let changed = (): void => {};
const client = new Conversation(process.argv[2]!, { client: "checks" }, {
  linked: () => {},
  happened: (happening) => {
    if (happening.kind === "frame" && happening.frame.event.case === "conflict") conflicts += 1;
    changed();
  },
});

const made = await client.ask("a room with a chair and a desk");
const named = (name: string) => [...client.mirror.nodes.values()].find((node) => node.name === name)!;
const { id, position } = named("desk");
const [before, first] = [client.mirror.revision, position!.x];
for (let step = 1; step <= STEPS; step += 1) {
  const node = client.ahead(id) ?? client.mirror.nodes.get(id)!;
  const there = create(Vec3Schema, { ...node.position, x: (node.position?.x ?? 0) + 0.01 });
  client.edit([create(NodeSchema, { ...node, position: there })]);
}
const rests = (): boolean => Math.abs((client.mirror.nodes.get(id)?.position?.x ?? 0) - first - STEPS * 0.01) < 1e-3;
await new Promise<void>((done) => {
  changed = () => rests() && !client.ahead(id) && done();
  changed();
});
const edits = client.mirror.revision - before;
const undone = await client.undo();
const sizes = await Promise.all([...client.mirror.assets.keys()].map(async (asset) => (await client.asset(asset)).length));
const refusal = await client.ask(" ").then(() => "", (why: unknown) => (why instanceof NotDone ? why.category : String(why)));
client.close();
const closed = await client.ask("x").then(() => "", (why: NotDone) => why.code);
console.log(JSON.stringify({ kind: made.kind, edits, conflicts, undone: undone.kind, sizes, refusal, closed }));

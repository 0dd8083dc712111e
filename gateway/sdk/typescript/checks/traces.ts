/** Says of each golden trace's frames what the client shows: a line each, as the file has them. */
import { readFileSync } from "node:fs";

import { Connection, hex } from "../src/index.ts";

const CAPITALS = /[A-Z]/g;
const lines: string[] = [];
let client = new Connection({}, () => "");
for (const line of readFileSync(0, "utf8").split("\n")) {
  const [word = "", rest = ""] = line.split(/ (.*)/s);
  if (word === "trace") client = new Connection({}, () => "");
  if (word !== "frame") continue;
  const came = client.receive(Uint8Array.from(Buffer.from(rest, "base64")));
  if (came.kind !== "frame") {
    lines.push(came.kind === "unreadable" ? "breaks" : came.why);
    continue;
  }
  const { nodes, assets, revision, draft, hash } = client.mirror;
  const event = (came.frame.event.case ?? "").replace(CAPITALS, (c) => `_${c.toLowerCase()}`);
  const [cursor, drafted] = [came.frame.cursor !== "", draft].map((flag) => (flag ? "yes" : "no"));
  lines.push(
    `shows event=${event} cursor=${cursor} revision=${revision} draft=${drafted} ` +
      `nodes=${nodes.size} assets=${assets.size} hash=${hex(hash)}`,
  );
}
process.stdout.write(lines.join("\n") + "\n");

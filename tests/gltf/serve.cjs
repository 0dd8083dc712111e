// Validates one asset after the other: a little-endian 32-bit length and that many bytes on standard
// input, one line of JSON on standard output. Ends when its input does.
"use strict";

const { join } = require("node:path");
const validator = require(join(process.argv[2], "node_modules", "gltf-validator"));

const OPTIONS = { maxIssues: 100, writeTimestamp: false };
const NAMES = ["ERROR", "WARNING", "INFO", "HINT"];

async function report(bytes) {
  try {
    const { issues } = await validator.validateBytes(bytes, OPTIONS);
    return {
      errors: issues.numErrors,
      warnings: issues.numWarnings,
      infos: issues.numInfos,
      messages: issues.messages.map(
        (m) => `${NAMES[m.severity]} ${m.code} ${m.pointer ?? `@${m.offset ?? 0}`}: ${m.message}`,
      ),
    };
  } catch (refused) {
    // Not even a container: the validator has nothing to report on.
    return { errors: 1, warnings: 0, infos: 0, messages: [`ERROR UNREADABLE: ${refused}`] };
  }
}

async function serve() {
  let chunks = [];
  let size = 0;
  let wanted = 4;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    // Joined only when an asset is complete: joining at every chunk would copy it many times over.
    while (size >= wanted) {
      const held = Buffer.concat(chunks);
      const end = 4 + held.readUInt32LE(0);
      wanted = end;
      chunks = [held];
      if (size < end) break;
      const answer = await report(new Uint8Array(held.subarray(4, end)));
      process.stdout.write(JSON.stringify(answer) + "\n");
      chunks = [held.subarray(end)];
      size -= end;
      wanted = 4;
    }
  }
}

serve();

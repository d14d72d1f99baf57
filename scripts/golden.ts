import {mkdirSync, writeFileSync} from "node:fs";
import {goldenGreedy} from "./golden/greedy.js";
import {goldenLogits} from "./golden/logits.js";
import {openNative} from "./golden/native.js";

// Asks native llama.cpp for what the engine's tests hold theirs against: test/golden/*.json.
// It is run when the questions change, not by the tests; scripts/golden/README.md says how.

const [folder, ...which] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node scripts/run.mjs golden FOLDER [logits] [greedy]");
  process.exit(1);
}

/** A line for each value of an object, so that a difference can be read. */
function write(name: string, golden: Record<string, object>): void {
  mkdirSync("test/golden", {recursive: true});
  const lines = Object.entries(golden).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  writeFileSync(`test/golden/${name}.json`, `{\n${lines.join(",\n")}\n}\n`);
}

const wants = (name: string): boolean => which.length === 0 || which.includes(name);
const native = await openNative(folder);
if (wants("logits")) write("logits", await goldenLogits(native));
if (wants("greedy")) write("greedy", await goldenGreedy(native, "data/model"));
await native.dispose();

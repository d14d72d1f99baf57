import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {asEngineError} from "../../../src/lib/engine/as-engine-error.js";
import {createTokenizer} from "../../../src/lib/engine/tokenizer/tokenizer.js";
import {fable, greedy, openSession} from "./open.js";

// Files as nobody wrote them: each is refused with a sentence, or is a model that writes. FUZZ=10000
// tries more of them than the usual 500.

const runs = Number(process.env["FUZZ"] ?? 500);
const original = fable("q4_0");
const text = Buffer.from(original.buffer);
const regions = [
  [0, text.indexOf("tokenizer.ggml.tokens")], // fields
  [text.indexOf("tokenizer.ggml.tokens"), text.indexOf("token_embd.weight") - 8], // vocabulary
  [text.indexOf("token_embd.weight") - 8, text.lastIndexOf(".weight") + 40], // tensors
] as const;

type Change = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const place = fc
  .tuple(fc.constantFrom(...regions), fc.nat(99_999))
  .map(([[from, to], share]) => from + Math.floor((share / 100_000) * (to - from)));

const otherByte = fc.tuple(place, fc.nat(255)).map(([at, value]): Change => (bytes) => {
  bytes[at] = value;
  return bytes;
});

const sizes = [0n, 1n, 2n, 31n, 0xffffn, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 64n - 1n];
const otherSize = fc
  .tuple(place, fc.constantFrom(...sizes))
  .map(([at, value]): Change => (bytes) => {
    new DataView(bytes.buffer).setBigUint64(at, value, true);
    return bytes;
  });

const otherNumber = fc
  .tuple(place, fc.constantFrom(0, 1, 2, 7, 8, 9, 12, 14, 33, 4096, 0x7fffffff, 0xffffffff))
  .map(([at, value]): Change => (bytes) => {
    new DataView(bytes.buffer).setUint32(at, value, true);
    return bytes;
  });

const missingPiece = fc
  .tuple(place, fc.integer({min: 1, max: 100}))
  .map(([at, length]): Change => (bytes) => {
    bytes.copyWithin(at, at + length);
    return bytes.subarray(0, bytes.length - length);
  });

const missingEnd = fc.nat(original.length).map(
  (length): Change =>
    (bytes) =>
      bytes.subarray(0, length),
);

const changes: fc.Arbitrary<Change> = fc.oneof(
  {weight: 6, arbitrary: otherByte},
  {weight: 4, arbitrary: otherNumber},
  {weight: 3, arbitrary: otherSize},
  {weight: 1, arbitrary: missingPiece},
  {weight: 1, arbitrary: missingEnd},
);

describe(`${runs} files with mutated headers`, () => {
  it(
    "are refused in a sentence, or write",
    async () => {
      const seen = new Map<string, number>();
      const note = (what: string): unknown => seen.set(what, (seen.get(what) ?? 0) + 1);
      await fc.assert(
        fc.asyncProperty(fc.array(changes, {minLength: 1, maxLength: 4}), async (several) => {
          let bytes: Uint8Array<ArrayBuffer> = original.slice();
          for (const change of several) bytes = change(bytes);
          try {
            const session = await openSession(bytes, {contextLength: 64});
            const tokenizer = createTokenizer(session.description.vocabulary);
            const prompt = tokenizer.encode("Once upon a time");
            const known = prompt.filter((token) => token < 4096).slice(0, 8);
            const written = await greedy(session, [1, ...known], 1);
            expect(written).toHaveLength(1);
            note("opened");
          } catch (error) {
            const {problem, message} = asEngineError(error);
            if (problem === "failed") throw error;
            expect(message).toMatch(/^[A-Z“"].*\.$/s);
            expect(message.length).toBeLessThan(400);
            note(problem);
          }
        }),
        {numRuns: runs},
      );
      // It would prove nothing if all were refused at the door, or none.
      expect(seen.get("opened") ?? 0).toBeGreaterThan(runs / 20);
      expect(seen.size).toBeGreaterThan(4);
    },
    runs * 200,
  );
});

import {describe, expect, it} from "vitest";
import fc from "fast-check";
import {architectureFromGguf} from "../../../../src/lib/catalog/gguf/architecture-from-gguf.js";
import type {ByteSource} from "../../../../src/lib/catalog/gguf/byte-source.js";
import {GgufError} from "../../../../src/lib/catalog/gguf/error.js";
import {readGgufHeader} from "../../../../src/lib/catalog/gguf/read-header.js";
import {tensorSummary} from "../../../../src/lib/catalog/gguf/tensor-summary.js";
import {ownModel} from "../../../../src/lib/scenario/own-model.js";
import {gptOss20B, llama7B} from "../../arithmetic/models.js";
import {writeHeader, type Field} from "./gguf-writer.js";
import {asGguf} from "./models-as-gguf.js";

// Headers as nobody wrote them: each is refused with a sentence, or is a model that can be.

const tokens: Field = ["tokenizer.ggml.tokens", ["string"], ["<s>", "a", "b"]];
const headers = [
  asGguf("llama", {...llama7B, numLayers: 2}, [tokens]),
  asGguf("gpt-oss", {...gptOss20B, numLayers: 2}, [tokens]),
].map(({fields, tensors}) => writeHeader(fields, tensors));

const anyHeader = fc.constantFrom(...headers);
/** A place in a header, as a share of it. */
const place = fc.nat(99_999).map((at) => at / 100_000);

type Change = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** A byte is another one: the header stays readable for the most part. */
const otherByte = fc.tuple(place, fc.nat(255)).map(([at, value]): Change => (bytes) => {
  bytes[Math.floor(at * bytes.length)] = value;
  return bytes;
});

/** A count, a length or a size is another one. */
const otherSize = fc
  .tuple(place, fc.constantFrom(0n, 1n, 0xffffn, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 64n - 1n))
  .map(([at, value]): Change => (bytes) => {
    const last = bytes.length - 8;
    if (last > 0) new DataView(bytes.buffer).setBigUint64(Math.floor(at * last), value, true);
    return bytes;
  });

const missingPiece = fc
  .tuple(place, fc.integer({min: 1, max: 100}))
  .map(([at, length]): Change => (bytes) => {
    const from = Math.floor(at * bytes.length);
    return new Uint8Array([...bytes.subarray(0, from), ...bytes.subarray(from + length)]);
  });

const missingEnd = place.map(
  (at): Change =>
    (bytes) =>
      bytes.slice(0, Math.ceil(at * bytes.length)),
);

const changes: fc.Arbitrary<Change> = fc.oneof(
  {weight: 8, arbitrary: otherByte},
  {weight: 2, arbitrary: otherSize},
  {weight: 1, arbitrary: missingPiece},
  {weight: 1, arbitrary: missingEnd},
);

const mutated = fc
  .tuple(anyHeader, fc.array(changes, {minLength: 1, maxLength: 3, size: "max"}))
  .map(([header, list]) => list.reduce((bytes, change) => change(bytes), header.slice()));

const mostBytes = 1 << 26;
const longest = 2000; // ms, on a busy machine

describe("a header that was changed", () => {
  it(
    "is refused with a sentence or is a model that can be: 1000 of them",
    {timeout: 60_000},
    async () => {
      let refused = 0;
      let taken = 0;
      await fc.assert(
        fc.asyncProperty(mutated, async (bytes) => {
          const before = performance.now();
          const {source, loaded} = watched(bytes);
          try {
            const header = await readGgufHeader(source);
            const architecture = architectureFromGguf(header);
            expect(tensorSummary(header).bytes).toBeGreaterThanOrEqual(0);
            for (const warning of architecture.warnings ?? []) expect(warning).toMatch(/\.$/);
            try {
              ownModel({name: "changed", architecture});
            } catch (error) {
              expect((error as Error).message).toMatch(/should (be|have)/); // a size that none has
            }
            taken += 1;
          } catch (error) {
            expect(error).toBeInstanceOf(GgufError);
            expect((error as Error).message).toMatch(/^[A-Zh].*\.$/su);
            expect((error as Error).message.length).toBeLessThan(400);
            refused += 1;
          }
          expect(loaded()).toBeLessThanOrEqual(mostBytes);
          expect(performance.now() - before).toBeLessThan(longest);
        }),
        {numRuns: 1000},
      );
      // Both happen, or the changes are too weak or too strong to show anything.
      expect(refused).toBeGreaterThan(100);
      expect(taken).toBeGreaterThan(50);
    },
  );
});

function watched(bytes: Uint8Array): {source: ByteSource; loaded: () => number} {
  let loaded = 0;
  return {
    loaded: () => loaded,
    source: {
      size: undefined, // as from a server that does not tell
      async read(from, to) {
        const piece = bytes.slice(from, to);
        loaded += piece.length;
        return piece;
      },
      close() {},
    },
  };
}

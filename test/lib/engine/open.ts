import {readFileSync} from "node:fs";
import {compileKernels} from "../../../scripts/site/kernels.js";
import {blobSource, type ByteSource} from "../../../src/lib/catalog/gguf/byte-source.js";
import {Session, type OpenOptions} from "../../../src/lib/engine/session.js";

/** Node knows plain SIMD; relaxed SIMD came after version 20. */
const binary = await compileKernels("plain");

/** Opens a model in this process, with one thread. */
export function openSession(
  source: ByteSource | Uint8Array<ArrayBuffer>,
  options: Partial<OpenOptions> = {},
): Promise<Session> {
  return Session.open({
    source: source instanceof Uint8Array ? blobSource(new Blob([source])) : source,
    simd: "plain",
    binary,
    helpers: Promise.resolve([]),
    ...options,
  });
}

/** A file of the demo model, e.g. "q8_0". */
export function fable(format: "f32" | "q8_0" | "q4_0"): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(`data/model/fable-${format}.gguf`));
}

/** Never cancelled. */
export async function breathe(): Promise<void> {}

/** Tokens that follow a prompt, the likeliest at each step. */
export async function greedy(
  session: Session,
  prompt: readonly number[],
  maxTokens: number,
): Promise<number[]> {
  const written: number[] = [];
  const job = {
    kind: "generate",
    tokens: Int32Array.from(prompt),
    maxTokens,
    temperature: 0,
    topP: 1,
    seed: 0,
    endTokens: [],
  } as const;
  await session.generate(job, (token) => written.push(token), breathe);
  return written;
}

import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

/** What these scripts ask of node-llama-cpp, which is not among the dependencies. */
export interface Native {
  loadModel(options: {
    modelPath: string;
    gpuLayers: number;
    useMmap: boolean;
  }): Promise<NativeModel>;
  dispose(): Promise<void>;
}

export interface NativeModel {
  tokenize(text: string, specialTokens: boolean, options?: "trimLeadingSpace"): number[];
  detokenize(tokens: readonly number[], specialTokens?: boolean): string;
  createContext(options: ContextOptions): Promise<NativeContext>;
  dispose(): Promise<void>;
}

interface ContextOptions {
  contextSize: number;
  batchSize: number;
  threads: number;
  flashAttention: boolean;
  experimentalKvCacheKeyType: CacheType;
  experimentalKvCacheValueType: CacheType;
}

export type CacheType = "F32" | "F16";

interface NativeContext {
  getSequence(): NativeSequence;
  dispose(): Promise<void>;
}

export interface NativeSequence {
  controlledEvaluate(
    input: readonly (number | [number, {generateNext: {logits: true; options: object}}])[],
  ): Promise<readonly ({next: {logits: ReadonlyMap<number, number>}} | undefined)[]>;
  clearHistory(): Promise<void>;
}

/** Opens the node-llama-cpp that npm has installed in a folder. */
export async function openNative(folder: string): Promise<Native> {
  const entry = join(folder, "node_modules", "node-llama-cpp", "dist", "index.js");
  const {getLlama} = (await import(pathToFileURL(entry).href)) as {
    getLlama(options: object): Promise<Native>;
  };
  return getLlama({gpu: false, build: "never", logLevel: "error", maxThreads: 1});
}

/** Loads a file, does something with it, and frees it. */
export async function withModel<T>(
  native: Native,
  path: string,
  use: (model: NativeModel) => Promise<T>,
): Promise<T> {
  const model = await native.loadModel({modelPath: path, gpuLayers: 0, useMmap: false});
  try {
    return await use(model);
  } finally {
    await model.dispose();
  }
}

/**
 * A context of one thread. Its cache is in 32 bits where the golden files are made, so that they
 * hold what the formulas say as nearly as native llama.cpp calculates it.
 */
export async function withSequence<T>(
  model: NativeModel,
  use: (sequence: NativeSequence) => Promise<T>,
  cache: CacheType = "F32",
): Promise<T> {
  const context = await model.createContext({
    contextSize: 512,
    batchSize: 512,
    threads: 1,
    flashAttention: false,
    experimentalKvCacheKeyType: cache,
    experimentalKvCacheValueType: cache,
  });
  try {
    return await use(context.getSequence());
  } finally {
    await context.dispose();
  }
}

/** Reads tokens behind those that were read before, and returns the logits at the wanted places. */
export async function logitsOf(
  sequence: NativeSequence,
  tokens: readonly number[],
  wanted: readonly number[] = [tokens.length - 1],
): Promise<number[][]> {
  const ask = {generateNext: {logits: true, options: {temperature: 0}}} as const;
  const answers = await sequence.controlledEvaluate(
    tokens.map((token, i) => (wanted.includes(i) ? [token, ask] : token)),
  );
  return wanted.map((i) => {
    const logits = answers[i]!.next.logits;
    return Array.from({length: logits.size}, (_, token) => logits.get(token)!);
  });
}

/** Bytes as a file for as long as it is needed. */
export async function asFile<T>(bytes: Uint8Array, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "golden-"));
  try {
    const path = join(folder, "model.gguf");
    writeFileSync(path, bytes);
    return await use(path);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

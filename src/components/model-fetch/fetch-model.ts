import type {ModelFile} from "../../lib/catalog/model-files.js";

/** Bytes of the files of the demo model, so that a button can say what it will fetch. */
export const modelBytes: Readonly<Record<ModelFile, number>> = {
  "fable-f32.gguf": 16_097_632,
  "fable-q8_0.gguf": 4_354_432,
  "fable-q4_0.gguf": 2_355_584,
  "heldout.txt": 11_864,
};

/** Why a file could not be fetched; the page says it in a sentence. */
export type FetchProblem =
  | {kind: "offline"}
  | {kind: "refused"; status: number}
  | {kind: "cut short"; bytes: number; totalBytes: number};

export class FetchError extends Error {
  override readonly name = "FetchError";

  constructor(
    readonly problem: FetchProblem,
    options?: ErrorOptions,
  ) {
    super(`The model could not be fetched: ${problem.kind}`, options);
  }
}

export interface FetchOptions {
  signal?: AbortSignal;
  onProgress?: (bytes: number, totalBytes: number) => void;
  /** What asks the server: the browser's own fetch unless told. */
  request?: typeof fetch;
  /** Where files are kept for the next time, and for when there is no connection. */
  store?: CacheStorage | undefined;
}

const storeName = "demo-model-1";

/**
 * Fetches a file of the demo model and keeps it on the device, so that a second press needs no
 * connection. Only ever called because a reader asked for it.
 *
 * @param address where the site serves the file, see `modelAddress`
 * @throws FetchError, or the signal's reason
 */
export async function fetchModel(
  file: ModelFile,
  address: string,
  {signal, onProgress, request = fetch, store = storeOf()}: FetchOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const totalBytes = modelBytes[file];
  const kept = await keptFile(address, totalBytes, store);
  signal?.throwIfAborted();
  if (kept !== undefined) {
    onProgress?.(totalBytes, totalBytes);
    return kept;
  }
  const response = await answerOf(address, request, signal);
  const bytes = await wholeAnswer(response, totalBytes, {
    ...(signal && {signal}),
    ...(onProgress && {onProgress}),
  });
  await keepFile(address, bytes, store);
  return bytes;
}

/**
 * Reads an answer to its end, which has to come after so many bytes. The progress is read from a
 * copy: Chromium reports a request as failed, although all has come, where its only reader is a
 * script's.
 */
async function wholeAnswer(
  response: Response,
  totalBytes: number,
  {signal, onProgress}: Pick<FetchOptions, "signal" | "onProgress">,
): Promise<Uint8Array<ArrayBuffer>> {
  const copy = response.clone().body!.getReader();
  const arriving = response.arrayBuffer();
  let read = 0;
  const cutShort = (cause?: unknown) =>
    new FetchError({kind: "cut short", bytes: Math.min(read, totalBytes), totalBytes}, {cause});
  try {
    for (let part = await copy.read(); !part.done; part = await copy.read()) {
      signal?.throwIfAborted();
      read += part.value.length;
      if (read > totalBytes) throw cutShort();
      onProgress?.(read, totalBytes);
    }
    if (read < totalBytes) throw cutShort();
    return new Uint8Array(await arriving);
  } catch (error) {
    void copy.cancel().catch(() => {}); // the rest is not wanted
    void arriving.catch(() => {});
    signal?.throwIfAborted();
    throw error instanceof FetchError ? error : cutShort(error);
  }
}

/** Where the site serves a file, seen from a chapter, which lies in a folder of its own. */
export function modelAddress(file: ModelFile): string {
  return new URL(`../data/model/${file}`, document.baseURI).href;
}

async function answerOf(
  address: string,
  request: typeof fetch,
  signal: AbortSignal | undefined,
): Promise<Response> {
  let response: Response;
  try {
    response = await request(address, signal === undefined ? {} : {signal});
  } catch (error) {
    signal?.throwIfAborted();
    throw new FetchError({kind: "offline"}, {cause: error});
  }
  if (response.ok && response.body !== null) return response;
  throw new FetchError({kind: "refused", status: response.status});
}

/** Pages that were not served over HTTPS, and private windows of some browsers, have no store. */
function storeOf(): CacheStorage | undefined {
  return typeof caches === "undefined" ? undefined : caches;
}

async function keptFile(
  address: string,
  totalBytes: number,
  store: CacheStorage | undefined,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const response = await (await store?.open(storeName))?.match(address);
    const bytes = response && new Uint8Array(await response.arrayBuffer());
    return bytes?.length === totalBytes ? bytes : undefined;
  } catch {
    return undefined; // a store that fails is no store
  }
}

async function keepFile(
  address: string,
  bytes: Uint8Array<ArrayBuffer>,
  store: CacheStorage | undefined,
): Promise<void> {
  try {
    await (await store?.open(storeName))?.put(address, new Response(bytes));
  } catch {
    // No room on the device: the next press fetches it again.
  }
}

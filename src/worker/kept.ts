import type {KeepProblem} from "./protocol.js";
import {prefix, root} from "./scope.js";

/** A file of the notebook: its path, bytes, and the beginning of the SHA-256 of what it holds. */
export type Entry = readonly [path: string, bytes: number, hash: string];

/** All that is kept, and the one name of exactly these files: put in by the build. */
declare const notebook: {version: string; entries: readonly Entry[]};

/** One cache for each version, so that two versions are never mixed. */
const versions = `${prefix}version `;
const store = versions + notebook.version;
const hashHeader = "Kept-Hash";
const lanes = 6; // requests at once
const byPath = new Map(notebook.entries.map((entry) => [entry[0], entry]));

/** Why the notebook is not kept, and at which file that was found. */
export class KeepError extends Error {
  override readonly name = "KeepError";

  constructor(
    readonly problem: KeepProblem,
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(`${file} could not be kept: ${problem}`, options);
  }
}

/** The file that stands at an address, whatever its query; servers may hide ".html". */
export function entryAt(address: string): Entry | undefined {
  const {origin, pathname} = new URL(address);
  const place = origin + pathname;
  if (!place.startsWith(root)) return undefined;
  const path = decodeURI(place.slice(root.length));
  if (path === "") return byPath.get("index.html");
  return byPath.get(path) ?? byPath.get(`${path}.html`);
}

/** What is kept of a file, in this version. */
export async function keptFile([path]: Entry): Promise<Response | undefined> {
  const cache = await opened(path);
  return cache.match(root + path);
}

/** Fetches a file that should be kept and is not, if the server still has this version of it. */
export async function keepFile(entry: Entry): Promise<Response> {
  const response = await fetched(entry);
  await put(await opened(entry[0]), entry, response.clone());
  return response;
}

/**
 * Keeps the whole notebook. What another version had is copied, and what is there already stays, so
 * that a beginning which was cut off is a beginning.
 *
 * @param onProgress called with the bytes that are kept so far
 * @throws KeepError
 */
export async function keepAll(onProgress: (bytes: number) => void = () => {}): Promise<void> {
  const cache = await opened("");
  const others = await otherVersions();
  const waiting = [...notebook.entries];
  let bytes = 0;
  const lane = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      if ((await cache.match(root + entry[0])) === undefined) {
        await put(cache, entry, (await copied(entry, others)) ?? (await fetched(entry)));
      }
      bytes += entry[1];
      onProgress(bytes);
    }
  };
  try {
    await Promise.all(Array.from({length: lanes}, lane));
  } finally {
    waiting.length = 0; // the other lanes stop where one has failed
  }
}

/** How many files of the notebook are not there. */
export async function missingFiles(): Promise<number> {
  const cache = await opened("");
  return notebook.entries.length - (await cache.keys()).length;
}

/** Deletes what other versions kept. */
export async function dropOthers(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(versions));
  await Promise.all(names.filter((name) => name !== store).map((name) => caches.delete(name)));
}

/** Deletes what every version kept. */
export async function dropAll(): Promise<void> {
  await dropOthers();
  await caches.delete(store);
}

async function opened(file: string): Promise<Cache> {
  try {
    return await caches.open(store);
  } catch (error) {
    throw new KeepError("no store", file, {cause: error});
  }
}

async function otherVersions(): Promise<Cache[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(versions) && name !== store);
  return Promise.all(names.map((name) => caches.open(name)));
}

async function copied(
  [path, , hash]: Entry,
  others: readonly Cache[],
): Promise<Response | undefined> {
  for (const cache of others) {
    const response = await cache.match(root + path);
    if (response?.headers.get(hashHeader) === hash) return response;
  }
  return undefined;
}

/** A file as the server has it now, which must be the one that this version was built with. */
async function fetched([path, , hash]: Entry): Promise<Response> {
  let response: Response;
  let bytes: ArrayBuffer;
  try {
    response = await fetch(root + path, {cache: "no-cache"});
    bytes = await response.arrayBuffer();
  } catch (error) {
    throw new KeepError("offline", path, {cause: error});
  }
  if (!response.ok || (await hashOf(bytes)) !== hash) throw new KeepError("changed", path);
  const headers = new Headers(response.headers);
  headers.set(hashHeader, hash);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name); // of what was sent
  return new Response(bytes, {headers}); // a new one: a page must not come from a redirection
}

async function put(cache: Cache, [path]: Entry, response: Response): Promise<void> {
  try {
    await cache.put(root + path, response);
  } catch (error) {
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    throw new KeepError(full ? "no room" : "no store", path, {cause: error});
  }
}

/** As the build writes it: the first 16 bytes of the SHA-256, in base64url. */
async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 16);
  const text = btoa(String.fromCharCode(...digest));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

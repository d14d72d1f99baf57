import {prefix, root} from "./scope.js";

/** What the reader has asked for. A worker has no other memory that outlives it than its caches. */
export interface Asked {
  keeps: boolean;
  isolates: boolean;
}

const store = `${prefix}asked`;
const address = (name: keyof Asked): string => `${root}?asked=${name}`;
let known: Promise<Asked> | undefined;

/** Reads it once in the life of a worker. */
export function asked(): Promise<Asked> {
  known ??= read();
  return known;
}

/** Remembers a wish, for this worker and those after it. */
export async function remember(name: keyof Asked, on: boolean): Promise<void> {
  const cache = await caches.open(store);
  if (on) await cache.put(address(name), new Response());
  else await cache.delete(address(name));
  known = Promise.resolve({...(await asked()), [name]: on});
}

async function read(): Promise<Asked> {
  try {
    const cache = await caches.open(store);
    const has = async (name: keyof Asked) => (await cache.match(address(name))) !== undefined;
    return {keeps: await has("keeps"), isolates: await has("isolates")};
  } catch {
    return {keeps: false, isolates: false}; // a browser that keeps nothing
  }
}

import {statSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {
  FetchError,
  fetchModel,
  modelBytes,
  type FetchOptions,
} from "../../src/components/model-fetch/fetch-model.js";
import {modelFiles} from "../../src/lib/catalog/model-files.js";

const file = "heldout.txt";
const whole = modelBytes[file];
const address = "https://notebook.example/data/model/heldout.txt";

/** A server that sends these pieces. */
const serving = (...lengths: number[]): typeof fetch =>
  (() =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start(controller) {
            for (const length of lengths) controller.enqueue(new Uint8Array(length).fill(7));
            controller.close();
          },
        }),
      ),
    )) as typeof fetch;

/** A store for one file, of which the rest of the interface is not used. */
function storeFor(): CacheStorage {
  const kept = new Map<string, Response>();
  const cache = {
    match: (key: string) => Promise.resolve(kept.get(key)?.clone()),
    put: (key: string, response: Response) => Promise.resolve(void kept.set(key, response)),
  };
  return {open: () => Promise.resolve(cache)} as unknown as CacheStorage;
}

const problemOf = async (options: FetchOptions) => {
  const error: unknown = await fetchModel(file, address, options).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchError);
  return (error as FetchError).problem;
};

describe("a file of the demo model", () => {
  it.each(modelFiles)("%s has the bytes that its button says", (name) => {
    expect(modelBytes[name]).toBe(statSync(`data/model/${name}`).size);
  });

  it("comes whole, and says how far it has come", async () => {
    const seen: number[] = [];
    const bytes = await fetchModel(file, address, {
      request: serving(3, whole - 3),
      store: undefined,
      onProgress: (read) => seen.push(read),
    });
    expect(bytes.length).toBe(whole);
    expect(bytes.every((byte) => byte === 7)).toBe(true);
    expect(seen).toEqual([3, whole]);
  });

  it("is asked for once, and needs no connection the second time", async () => {
    const store = storeFor();
    await fetchModel(file, address, {request: serving(whole), store});
    const offline = (() => Promise.reject(new TypeError("no connection"))) as typeof fetch;
    expect((await fetchModel(file, address, {request: offline, store})).length).toBe(whole);
    expect(await problemOf({request: offline, store: storeFor()})).toEqual({kind: "offline"});
  });

  it("is fetched where the store fails", async () => {
    const broken = {open: () => Promise.reject(new Error("quota"))} as unknown as CacheStorage;
    expect((await fetchModel(file, address, {request: serving(whole), store: broken})).length).toBe(
      whole,
    );
  });

  it("is refused where it is too short or too long, and not kept", async () => {
    const store = storeFor();
    expect(await problemOf({request: serving(100), store})).toEqual({
      kind: "cut short",
      bytes: 100,
      totalBytes: whole,
    });
    expect((await problemOf({request: serving(whole, 1), store})).kind).toBe("cut short");
    const missing = (() => Promise.resolve(new Response("", {status: 404}))) as typeof fetch;
    expect(await problemOf({request: missing, store})).toEqual({kind: "refused", status: 404});
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const {signal} = controller;
    const job = fetchModel(file, address, {
      request: serving(10, whole - 10),
      store: undefined,
      signal,
      onProgress: () => controller.abort(),
    });
    await expect(job).rejects.toThrow("aborted");
  });
});

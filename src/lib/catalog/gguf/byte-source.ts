import {GgufError} from "./error.js";

/** Somewhere that bytes can be had from, piece by piece. */
export interface ByteSource {
  /** Bytes of the whole, where they are known before the last is read. */
  readonly size: number | undefined;
  /** Bytes from `from` up to `to`, which is left out; fewer where the file ends before. */
  read(from: number, to: number, signal?: AbortSignal): Promise<Uint8Array>;
  /** Lets go of whatever is still open. */
  close(): void;
}

/** A file on the reader's disk, of which only what is asked for is loaded. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    async read(from, to) {
      try {
        return new Uint8Array(await blob.slice(from, to).arrayBuffer());
      } catch (error) {
        // e.g. a file that was moved or changed after it had been chosen
        throw new GgufError("not readable", "The file can no longer be read.", {cause: error});
      }
    },
    close() {},
  };
}

/**
 * A file on a server, by Range requests. A server that does not know them sends the whole file from
 * the beginning: it is then read as it arrives, and dropped on close().
 */
export function urlSource(url: string, request: typeof fetch = fetch): ByteSource {
  let size: number | undefined;
  let stream: ByteStream | undefined;

  const ask = async (from: number, to: number, signal?: AbortSignal): Promise<Response> => {
    const headers = {Range: `bytes=${from}-${to - 1}`};
    try {
      return await request(url, {headers, ...(signal && {signal})});
    } catch (error) {
      signal?.throwIfAborted();
      throw new GgufError("not readable", `${url} cannot be reached.`, {cause: error});
    }
  };

  return {
    get size() {
      return size;
    },
    async read(from, to, signal) {
      if (stream !== undefined && stream.position <= from) return stream.take(from, to, signal);
      stream?.close();
      stream = undefined;
      const response = await ask(from, to, signal);
      const {status, ok, body} = response;
      if (!ok || body === null) {
        await body?.cancel();
        if (status === 416) return new Uint8Array(0); // begins after the end
        throw new GgufError("not readable", `${url} answers with status ${status}.`);
      }
      const isPart = status === 206;
      if (isPart && (partBegin(response.headers) ?? from) !== from) {
        await body.cancel();
        throw new GgufError("not readable", `${url} sends another part than it was asked for.`);
      }
      size = wholeSize(response.headers, isPart) ?? size;
      const arriving = byteStream(body, isPart ? from : 0, url);
      const bytes = await arriving.take(from, to, signal);
      if (isPart)
        arriving.close(); // also if the server sends more than it was asked for
      else stream = arriving;
      return bytes;
    },
    close() {
      stream?.close();
      stream = undefined;
    },
  };
}

/**
 * A file on a server, by one request, for who wants all of it: bytes can only be read one after the
 * other, and arrive no faster than they are read.
 */
export function streamSource(url: string, request: typeof fetch = fetch): ByteSource {
  let size: number | undefined;
  let stream: ByteStream | undefined;

  const open = async (signal?: AbortSignal): Promise<ByteStream> => {
    let response;
    try {
      response = await request(url, signal ? {signal} : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw new GgufError("not readable", `${url} cannot be reached.`, {cause: error});
    }
    const {status, ok, body, headers} = response;
    if (!ok || body === null) {
      await body?.cancel();
      throw new GgufError("not readable", `${url} answers with status ${status}.`);
    }
    size = wholeSize(headers, false);
    return byteStream(body, 0, url);
  };

  return {
    get size() {
      return size;
    },
    async read(from, to, signal) {
      stream ??= await open(signal);
      if (from < stream.position) throw new RangeError(`Byte ${from} has passed already.`);
      return stream.take(from, to, signal);
    },
    close() {
      stream?.close();
    },
  };
}

/**
 * e.g. "Content-Range: bytes 65536-131071/4081004224" → 65536. Undefined where it is not told, as
 * to a page of another site.
 */
function partBegin(headers: Headers): number | undefined {
  const begin = /^bytes (\d+)-/.exec(headers.get("content-range") ?? "")?.[1];
  return begin === undefined ? undefined : Number(begin);
}

/** e.g. "Content-Range: bytes 0-65535/4081004224" → 4081004224 */
function wholeSize(headers: Headers, isPart: boolean): number | undefined {
  const text = isPart
    ? headers.get("content-range")?.split("/").at(-1)
    : headers.get("content-encoding") === null // else it is the length of what was packed
      ? headers.get("content-length")
      : undefined;
  return /^\d+$/.test(text ?? "") ? Number(text) : undefined;
}

/** Bytes that arrive one after the other, and can be left whenever one has enough. */
interface ByteStream {
  /** Place in the file of the byte that comes next. */
  readonly position: number;
  take(from: number, to: number, signal?: AbortSignal): Promise<Uint8Array>;
  close(): void;
}

function byteStream(body: ReadableStream<Uint8Array>, position: number, url: string): ByteStream {
  const reader = body.getReader();
  let rest = new Uint8Array(0); // arrived, not yet taken
  return {
    get position() {
      return position;
    },
    async take(from, to, signal) {
      const taken = new Uint8Array(to - from);
      while (position < to) {
        if (rest.length === 0) {
          const {done, value} = await nextOf(reader, url, signal);
          if (done) break;
          rest = new Uint8Array(value);
        }
        const until = Math.min(position + rest.length, to);
        const skipped = Math.min(Math.max(0, from - position), rest.length);
        taken.set(rest.subarray(skipped, until - position), Math.max(0, position - from));
        rest = rest.subarray(until - position);
        position = until;
      }
      return taken.subarray(0, Math.max(0, position - from));
    },
    close() {
      reader.cancel().catch(() => {}); // it has failed already: nothing is left to be closed
    },
  };
}

async function nextOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  url: string,
  signal?: AbortSignal,
) {
  try {
    return await reader.read();
  } catch (error) {
    signal?.throwIfAborted();
    throw new GgufError("not readable", `${url} stopped in the middle.`, {cause: error});
  }
}

import type {ByteSource} from "./byte-source.js";
import {GgufError} from "./error.js";

const firstPiece = 1 << 16; // bytes
const largestPiece = 1 << 22;

/** How far a cursor may read, who hears of it, and what stops it. */
export interface CursorOptions {
  signal?: AbortSignal;
  /** Called after each piece, with the bytes that have been read and skipped so far. */
  onProgress?: (bytes: number) => void;
  /** Further than this nothing is read. Bytes. */
  limit: number;
}

/**
 * Reads little-endian values one after the other through a window on a source. Pieces grow as the
 * reading goes on, and what has been read is dropped, so that the window stays small.
 *
 * Ask `has(bytes) || (await fetch(bytes))` before reading so many bytes: what lies in the window is
 * read without waiting, which matters for a quarter of a million words.
 */
export class ByteCursor {
  #bytes = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);
  /** Place in the file where the window begins, and of the next byte within the window. */
  #start = 0;
  #at = 0;
  #piece = firstPiece;

  constructor(
    private readonly source: ByteSource,
    private readonly options: CursorOptions,
  ) {}

  /** Place in the file of the next byte. */
  get position(): number {
    return this.#start + this.#at;
  }

  has(bytes: number): boolean {
    return this.#bytes.length - this.#at >= bytes;
  }

  /** Widens the window to so many bytes from here on, or throws. */
  async fetch(bytes: number): Promise<void> {
    const {signal, limit, onProgress} = this.options;
    const from = this.#start + this.#bytes.length;
    const needed = this.position + bytes;
    this.#checkLimit(needed);
    while (!this.has(bytes)) {
      signal?.throwIfAborted();
      const here = this.#start + this.#bytes.length;
      const to = Math.min(limit, Math.max(needed, here + this.#piece));
      const piece = await this.source.read(here, to, signal);
      if (piece.length === 0) throw cutOff(here);
      this.#append(piece);
      onProgress?.(here + piece.length);
    }
    if (this.#start + this.#bytes.length > from) {
      this.#piece = Math.min(2 * this.#piece, largestPiece);
    }
  }

  /** Goes on behind so many bytes without loading them. */
  skip(bytes: number): void {
    const to = this.position + bytes;
    this.#checkLimit(to);
    const {size} = this.source;
    if (size !== undefined && to > size) throw cutOff(size);
    if (this.has(bytes)) this.#at += bytes;
    else this.#moveTo(to);
  }

  uint8(): number {
    return this.#view.getUint8(this.#advance(1));
  }
  int8(): number {
    return this.#view.getInt8(this.#advance(1));
  }
  uint16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }
  int16(): number {
    return this.#view.getInt16(this.#advance(2), true);
  }
  uint32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }
  int32(): number {
    return this.#view.getInt32(this.#advance(4), true);
  }
  float32(): number {
    return this.#view.getFloat32(this.#advance(4), true);
  }
  float64(): number {
    return this.#view.getFloat64(this.#advance(8), true);
  }
  uint64(): bigint {
    return this.#view.getBigUint64(this.#advance(8), true);
  }
  int64(): bigint {
    return this.#view.getBigInt64(this.#advance(8), true);
  }
  text(bytes: number): string {
    const at = this.#advance(bytes);
    return decoder.decode(this.#bytes.subarray(at, at + bytes));
  }

  #advance(bytes: number): number {
    const at = this.#at;
    this.#at += bytes;
    return at;
  }

  #append(piece: Uint8Array): void {
    const kept = this.#bytes.subarray(this.#at);
    const joined = new Uint8Array(kept.length + piece.length);
    joined.set(kept);
    joined.set(piece, kept.length);
    this.#start += this.#at;
    this.#at = 0;
    this.#show(joined);
  }

  #moveTo(position: number): void {
    this.#start = position;
    this.#at = 0;
    this.#show(new Uint8Array(0));
  }

  #show(bytes: Uint8Array<ArrayBuffer>): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }

  #checkLimit(position: number): void {
    const {limit} = this.options;
    if (position > limit) {
      throw new GgufError(
        "out of bounds",
        `The header goes on after ${limit} bytes; no model needs so many.`,
      );
    }
  }
}

// What is no UTF-8 becomes �: names of tensors are compared, not trusted. A byte order mark stays:
// vocabularies have words that begin with it.
const decoder = new TextDecoder("utf-8", {ignoreBOM: true});

function cutOff(position: number): GgufError {
  return new GgufError("cut off", `The file ends after ${position} bytes, within its header.`);
}

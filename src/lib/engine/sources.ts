import type {ByteSource} from "../catalog/gguf/byte-source.js";

/**
 * A source that remembers the last piece that it gave. A reader of headers asks for whole pieces,
 * and the last of them holds the first weights: whoever reads those next finds them here, also
 * where bytes can be had only once. It stays open until `end()`.
 */
export class RememberingSource implements ByteSource {
  #last: Uint8Array = new Uint8Array(0);
  #from = 0;

  constructor(private readonly source: ByteSource) {}

  get size(): number | undefined {
    return this.source.size;
  }

  async read(from: number, to: number, signal?: AbortSignal): Promise<Uint8Array> {
    const known = this.#last.subarray(Math.max(0, from - this.#from), Math.max(0, to - this.#from));
    if (from >= this.#from && known.length > 0) return known;
    this.#last = await this.source.read(from, to, signal);
    this.#from = from;
    return this.#last;
  }

  /** Called by who has read the header: the weights are still to come. */
  close(): void {}

  end(): void {
    this.#last = new Uint8Array(0);
    this.source.close();
  }
}

/** Asks whoever holds the other end of a port for bytes, piece by piece. */
export function portSource(port: MessagePort, size: number): ByteSource {
  return {
    size,
    read: (from, to) =>
      new Promise((resolve, reject) => {
        port.onmessage = ({data}: MessageEvent<PortAnswer>) => {
          if ("bytes" in data) resolve(data.bytes);
          else reject(new Error(data.message));
        };
        port.postMessage({from, to} satisfies PortQuestion);
      }),
    close: () => port.close(),
  };
}

/** Answers at the other end: bytes are cut out one piece at a time, so that no second copy exists. */
export function servePort(
  port: MessagePort,
  read: (from: number, to: number) => Uint8Array<ArrayBuffer>,
): void {
  port.onmessage = ({data: {from, to}}: MessageEvent<PortQuestion>) => {
    try {
      const bytes = read(from, to);
      port.postMessage({bytes} satisfies PortAnswer, [bytes.buffer]);
    } catch (error) {
      port.postMessage({message: String(error)} satisfies PortAnswer);
    }
  };
}

interface PortQuestion {
  from: number;
  to: number;
}

type PortAnswer = {bytes: Uint8Array<ArrayBuffer>} | {message: string};

/**
 * The kernels that AssemblyScript compiles (kernels/), as TypeScript calls them. Pointers are byte
 * offsets into the memory that they were instantiated with.
 */
export interface Kernels {
  /**
   * Reads `count` weights, whole blocks of them, and writes them as f32. `format` is the number by
   * which files call the format (tensorTypeNumber); 0 comes back where it is not one of the engine's.
   */
  dequantize(format: number, out: number, blocks: number, count: number): number;

  /** gate ← gate · σ(gate) · up, `count` numbers, a multiple of 4. */
  swiglu(gate: number, up: number, count: number): void;
}

/** A memory for the kernels, with room for `bytes`. */
export function createMemory(bytes: number, shared: boolean): WebAssembly.Memory {
  const pages = Math.ceil(bytes / 65536);
  return new WebAssembly.Memory({initial: pages, maximum: pages, shared});
}

/**
 * Compiles the kernels for a memory. The binary says that its memory is shared; one bit is cleared
 * where it is not, so that one binary serves pages with threads and pages without.
 */
export function compileFor(binary: Uint8Array, shared: boolean): Promise<WebAssembly.Module> {
  const bytes = new Uint8Array(binary);
  const flags = memoryFlagsAt(bytes);
  bytes[flags] = shared ? bytes[flags]! | SHARED : bytes[flags]! & ~SHARED;
  return WebAssembly.compile(bytes);
}

export async function instantiateKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Promise<Kernels> {
  const instance = await WebAssembly.instantiate(module, {env: {memory}});
  return instance.exports as unknown as Kernels;
}

const IMPORTS = 2;
const MEMORY = 2;
const SHARED = 2;

/**
 * Where the binary says how its memory is limited. A module is a header of 8 bytes and sections,
 * each with a number, a length and its contents. The only import is that memory: its count, two
 * names, its kind, and then the byte that is looked for.
 */
function memoryFlagsAt(bytes: Uint8Array): number {
  let at = 8;
  const length = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const end = length() + at;
    if (section === IMPORTS) {
      length();
      for (let name = 0; name < 2; name++) {
        const bytesOfName = length();
        at += bytesOfName;
      }
      if (bytes[at] === MEMORY) return at + 1;
    }
    at = end;
  }
  throw new Error("The kernels import no memory.");
}

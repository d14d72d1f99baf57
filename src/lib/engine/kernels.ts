/**
 * The kernels that AssemblyScript compiles (kernels/), as TypeScript calls them. Pointers are byte
 * offsets into the memory that they were instantiated with; what each computes stands with it.
 */
export interface KernelExports {
  /**
   * Reads `count` weights, whole blocks of them, and writes them as f32. `format` is the number by
   * which files call the format (tensorTypeNumber); 0 comes back where it is not one of the engine's.
   */
  dequantize(format: number, out: number, blocks: number, count: number): number;

  /** Reads `bytes`, a multiple of 512, so many times, and returns the sum of all that was read. */
  read(pointer: number, bytes: number, times: number): number;
  copy(to: number, from: number, bytes: number): void;
  pack(
    target: number,
    raw: number,
    row: number,
    count: number,
    blocks: number,
    rowWords: number,
    scaleBytes: number,
    flip: number,
  ): void;
  unpackF32(packed: number, columns: number, row: number, out: number): void;
  unpackQ8(packed: number, blocks: number, row: number, flip: number, out: number): void;
  unpackQ4(packed: number, blocks: number, row: number, out: number): void;

  quantizeBytes: Quantize;
  quantizeWide: Quantize;
  interleave(x: number, columns: number, from: number, to: number, out: number): void;

  vectorQ8InLanes32: VectorProduct;
  vectorQ8Wide: VectorProduct;
  vectorQ4InLanes32: VectorProduct;
  vectorQ4InLanes16: VectorProduct;
  vectorQ4Wide: VectorProduct;
  vectorF32(
    matrix: number,
    columns: number,
    rows: number,
    from: number,
    to: number,
    x: number,
    out: number,
    add: boolean,
    scratch: number,
  ): void;

  matrixQ8InLanes32: MatrixProduct;
  matrixQ8Wide: MatrixProduct;
  matrixQ4InLanes32: MatrixProduct;
  matrixQ4InLanes16: MatrixProduct;
  matrixQ4Wide: MatrixProduct;
  /** `blocks` are columns here. */
  matrixF32: MatrixProduct;

  /** Whether the machine reads a second operand above 127 so or so; see `dotOf`. */
  relaxedDot(first: number, second: number): number;

  rmsNorm(
    x: number,
    weight: number,
    size: number,
    count: number,
    epsilon: number,
    out: number,
  ): void;
  addBias(x: number, bias: number, size: number, tokens: number, stride: number): void;
  rope(
    x: number,
    heads: number,
    headDim: number,
    tokens: number,
    stride: number,
    dimensions: number,
    table: number,
    halves: boolean,
  ): void;
  remember(
    key: number,
    value: number,
    stride: number,
    headDim: number,
    tokens: number,
    position: number,
    keys: number,
    values: number,
  ): void;
  attend(
    query: number,
    out: number,
    stride: number,
    heads: number,
    headDim: number,
    from: number,
    to: number,
    position: number,
    keys: number,
    values: number,
    scratch: number,
  ): void;
  /** gate ← gate · σ(gate) · up, `count` numbers, a multiple of 4. */
  swiglu(gate: number, up: number, count: number): void;

  barrier(state: number, threads: number): void;
}

type Quantize = (
  x: number,
  columns: number,
  from: number,
  to: number,
  lanes: number,
  out: number,
  byteOffset: number,
) => void;

/** One token: rows of groups `from` to `to`. */
export type VectorProduct = (
  matrix: number,
  blocks: number,
  rows: number,
  from: number,
  to: number,
  x: number,
  out: number,
  add: boolean,
) => void;

/** Many tokens: rows of groups `from` to `to`. */
export type MatrixProduct = (
  matrix: number,
  blocks: number,
  rows: number,
  from: number,
  to: number,
  x: number,
  tokens: number,
  out: number,
  outStride: number,
  add: boolean,
  scratch: number,
) => void;

/**
 * How the machine takes the step of a product of bytes:
 *
 * - unsigned: it reads the second operand from 0 to 255, and exactly (VNNI on x86)
 * - signed: it reads it from −128 to 127, and exactly (ARM)
 * - narrow: anything else; only a second operand up to 127 is safe
 * - plain: the build has no such instruction
 */
export type DotMode = "unsigned" | "signed" | "narrow" | "plain";

export interface Kernels extends KernelExports {
  readonly dot: DotMode;
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

/** @param dot what the machine is treated as, instead of asking it */
export async function instantiateKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  dot?: DotMode,
): Promise<Kernels> {
  const instance = await WebAssembly.instantiate(module, {env: {memory}});
  const exports = instance.exports as unknown as KernelExports;
  return {...exports, dot: dot ?? dotOf(exports)};
}

/**
 * Asks the machine. Four products of one pair of bytes are added up; at these pairs an x86 without
 * VNNI runs into the limits of 16 bits.
 */
export function dotOf({relaxedDot}: Pick<KernelExports, "relaxedDot">): DotMode {
  const firsts = [-128, -127, -1, 1, 126, 127];
  const seconds = [0, 1, 15, 127, 128, 129, 254, 255];
  const isSo = (read: (second: number) => number): boolean =>
    firsts.every((first) =>
      seconds.every((second) => relaxedDot(first, second) === 4 * first * read(second)),
    );
  if (isSo((second) => second)) return "unsigned";
  if (isSo((second) => (second << 24) >> 24)) return "signed";
  return relaxedDot(1, 1) === 4 ? "narrow" : "plain";
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

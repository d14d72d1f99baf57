/** A tensor in a GGUF file. */
export interface GgufTensor {
  /** Columns first, as GGUF writes them. */
  dimensions: number[];
  /** Everything from its first byte to the end of the file. */
  bytes: Uint8Array;
}

/**
 * Finds one tensor of a GGUF file: header, pairs of keys and values, list of tensors, data. Enough
 * for scripts and tests. Layout: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 *
 * @throws where there is no such tensor.
 */
export function tensorOf(file: Uint8Array, name: string): GgufTensor {
  const reader = readerOf(file);
  if (reader.text(4) !== "GGUF") throw new Error("The file does not begin with GGUF");
  reader.u32(); // version
  const tensorCount = reader.u64();
  const pairCount = reader.u64();
  let alignment = 32;
  for (let i = 0; i < pairCount; i++) {
    const key = reader.string();
    const value = reader.value(reader.u32());
    if (key === "general.alignment") alignment = Number(value);
  }
  let found: {dimensions: number[]; offset: number} | undefined;
  for (let i = 0; i < tensorCount; i++) {
    const tensor = reader.string();
    const dimensions = Array.from({length: reader.u32()}, () => reader.u64());
    reader.u32(); // type
    const offset = reader.u64();
    if (tensor === name) found = {dimensions, offset};
  }
  if (found === undefined) throw new Error(`The file has no tensor ${name}`);
  const data = Math.ceil(reader.place() / alignment) * alignment;
  return {dimensions: found.dimensions, bytes: new Uint8Array(file).slice(data + found.offset)};
}

const stringType = 8;
const arrayType = 9;
const sizes: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};

function readerOf(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = 0;
  const step = (bytes: number): number => (at += bytes) - bytes;
  const text = (length: number): string =>
    new TextDecoder().decode(file.subarray(step(length), at));
  const u32 = (): number => view.getUint32(step(4), true);
  const u64 = (): number => Number(view.getBigUint64(step(8), true));
  const string = (): string => text(u64());
  // Only whole numbers of 32 bits are understood; the rest is passed over.
  const value = (type: number): number | undefined => {
    if (type === stringType) return void string();
    if (type === arrayType) {
      const each = u32();
      for (let left = u64(); left > 0; left--) value(each);
      return undefined;
    }
    if (type === 4) return u32();
    step(sizes[type]!);
    return undefined;
  };
  return {text, u32, u64, string, value, place: () => at};
}

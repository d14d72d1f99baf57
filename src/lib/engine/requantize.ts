import type {GgufHeader, GgufTensor} from "../catalog/gguf/header.js";
import {q41, q50, q51} from "../arithmetic/quantize-32.js";
import {q2K, q3K} from "../arithmetic/quantize-k.js";
import {quantizers as commonQuantizers} from "../arithmetic/quantize.js";
import type {Quantizer} from "../arithmetic/block-bytes.js";
import {EngineError} from "./error.js";
import {tensorFormatNamed, type TensorFormat} from "./formats.js";

const alignment = 32;
/** A piece of the new file that is made at a time. */
const pieceBytes = 1 << 18;

/** Formats that we can write, besides F32. */
const quantizers: Partial<Record<TensorFormat, Quantizer>> = {
  ...commonQuantizers,
  Q5_1: q51,
  Q5_0: q50,
  Q4_1: q41,
  Q3_K: q3K,
  Q2_K: q2K,
};

/** Formats into which a model can be brought: F32, and those that we can write. */
export function writableFormat(name: string): TensorFormat {
  const format = tensorFormatNamed(name);
  if (format !== undefined && (format === "F32" || quantizers[format])) return format;
  throw new EngineError(
    "not supported",
    `A model cannot be brought into ${name}; F32, ${Object.keys(quantizers).join(", ")} can be written.`,
  );
}

/** The header of the same model with every matrix in another format; vectors stay as they are. */
export function requantizedHeader(header: GgufHeader, format: TensorFormat): GgufHeader {
  let offset = 0;
  const tensors = header.tensors.map((tensor) => {
    const bytes = isMatrix(tensor) ? bytesIn(tensor, format) : tensor.bytes;
    const changed = {...tensor, offset, bytes, ...(isMatrix(tensor) && {type: format})};
    offset = Math.ceil((offset + bytes) / alignment) * alignment;
    return changed;
  });
  return {...header, tensors, alignment, dataOffset: 0, fileBytes: offset};
}

function isMatrix({dims}: GgufTensor): boolean {
  return (dims[1] ?? 1) > 1;
}

function bytesIn({name, elements, dims}: GgufTensor, format: TensorFormat): number {
  if (format === "F32") return 4 * elements;
  const {weights, bytes} = quantizerOf(format);
  const columns = dims[0]!;
  if (columns % weights === 0) return (elements / weights) * bytes;
  throw new EngineError(
    "not supported",
    `Rows of ${columns} numbers, as in ${name}, make no whole blocks of ${format}, which hold ${weights}.`,
  );
}

function quantizerOf(format: TensorFormat): Quantizer {
  return quantizers[format]!;
}

/** What the old model gives of its tensors, as 32-bit floats. */
export interface OldWeights {
  row(tensor: string, row: number): Float32Array;
}

/**
 * Bytes of the new file from one place to another, made from the old model's weights, or fewer
 * where that is much. Both ends lie at the ends of rows: so the engine asks.
 */
export function requantizedBytes(
  {tensors}: GgufHeader,
  old: OldWeights,
  from: number,
  to: number,
): Uint8Array<ArrayBuffer> {
  const tensor = tensors.find(({offset, bytes}) => offset <= from && from < offset + bytes);
  if (tensor === undefined) throw new RangeError(`No tensor lies at ${from}.`);
  const rows = tensor.elements / tensor.dims[0]!;
  const rowBytes = tensor.bytes / rows;
  const first = Math.floor((from - tensor.offset) / rowBytes);
  const wanted = Math.floor((Math.min(to - from, pieceBytes) || 0) / rowBytes);
  const count = Math.min(Math.max(1, wanted), rows - first);
  const bytes = new Uint8Array(count * rowBytes);
  for (let i = 0; i < count; i++) {
    bytes.set(written(old.row(tensor.name, first + i), tensor.type), i * rowBytes);
  }
  return bytes;
}

/** A row of weights as bytes of a format. */
function written(row: Float32Array, type: string): Uint8Array {
  if (type === "F32") return new Uint8Array(row.buffer, row.byteOffset, row.byteLength);
  const {weights, bytes, write} = quantizerOf(type as TensorFormat);
  const blocks = row.length / weights;
  const all = new Uint8Array(blocks * bytes);
  for (let i = 0; i < blocks; i++) {
    all.set(write(row.subarray(i * weights, (i + 1) * weights)), i * bytes);
  }
  return all;
}

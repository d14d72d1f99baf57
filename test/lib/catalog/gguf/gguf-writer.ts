import type {GgufElement} from "../../../../src/lib/catalog/gguf/header.js";
import {tensorType} from "../../../../src/lib/catalog/gguf/tensor-types.js";

/** A field of a header, with the type that it is written in. */
export type Field = readonly [key: string, type: GgufElement | GgufElement[], value: unknown];

export interface Tensor {
  name: string;
  dims: readonly number[];
  /** Number of its type, e.g. 2 for Q4_0. */
  type: number;
}

const elementNumbers: Readonly<Record<GgufElement, number>> = {
  uint8: 0,
  int8: 1,
  uint16: 2,
  int16: 3,
  uint32: 4,
  int32: 5,
  float32: 6,
  bool: 7,
  string: 8,
  uint64: 10,
  int64: 11,
  float64: 12,
};

/** The header of a GGUF file, padded to where its tensors begin, without them. */
export function writeHeader(
  fields: readonly Field[],
  tensors: readonly Tensor[] = [],
  {version = 3, littleEndian = true} = {},
): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const number = (bytes: number, write: (view: DataView) => void): void => {
    const piece = new Uint8Array(bytes);
    write(new DataView(piece.buffer));
    pieces.push(piece);
  };
  const uint32 = (value: number) => number(4, (view) => view.setUint32(0, value, littleEndian));
  const uint64 = (value: number) =>
    number(8, (view) => view.setBigUint64(0, BigInt(value), littleEndian));
  const text = (value: string): void => {
    const bytes = new TextEncoder().encode(value);
    uint64(bytes.length);
    pieces.push(bytes);
  };
  const scalar = (type: GgufElement, value: unknown): void => {
    switch (type) {
      case "string":
        return text(String(value));
      case "bool":
      case "uint8":
      case "int8":
        return number(1, (view) => view.setInt8(0, Number(value)));
      case "uint16":
      case "int16":
        return number(2, (view) => view.setInt16(0, Number(value), littleEndian));
      case "uint32":
      case "int32":
        return uint32(Number(value) >>> 0);
      case "float32":
        return number(4, (view) => view.setFloat32(0, Number(value), littleEndian));
      case "float64":
        return number(8, (view) => view.setFloat64(0, Number(value), littleEndian));
      case "uint64":
      case "int64":
        return number(8, (view) =>
          view.setBigUint64(0, BigInt.asUintN(64, BigInt(value as number)), littleEndian),
        );
    }
  };

  pieces.push(new TextEncoder().encode("GGUF"));
  uint32(version);
  uint64(tensors.length);
  uint64(fields.length);
  for (const [key, type, value] of fields) {
    text(key);
    if (typeof type === "string") {
      uint32(elementNumbers[type]);
      scalar(type, value);
    } else {
      const values = value as readonly unknown[];
      uint32(9);
      uint32(elementNumbers[type[0]!]);
      uint64(values.length);
      for (const one of values) scalar(type[0]!, one);
    }
  }
  let offset = 0;
  for (const tensor of tensors) {
    text(tensor.name);
    uint32(tensor.dims.length);
    tensor.dims.forEach(uint64);
    uint32(tensor.type);
    uint64(offset);
    offset += Math.ceil(bytesOf(tensor) / 32) * 32;
  }
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const header = new Uint8Array(Math.ceil(length / 32) * 32);
  let at = 0;
  for (const piece of pieces) {
    header.set(piece, at);
    at += piece.length;
  }
  return header;
}

export function bytesOf({dims, type}: Tensor): number {
  const elements = dims.reduce((product, dim) => product * dim, 1);
  const {blockWeights, blockBytes} = tensorType(type)!;
  return (elements / blockWeights) * blockBytes;
}

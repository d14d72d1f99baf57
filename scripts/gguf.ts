import {openAsBlob} from "node:fs";
import {blobSource, readGgufHeader} from "../src/lib/index.js";

/** The dimensions of one tensor of a GGUF file, columns first, and its bytes. */
export async function tensorOf(
  path: string,
  name: string,
): Promise<{dims: readonly number[]; bytes: Uint8Array<ArrayBuffer>}> {
  const file = await openAsBlob(path);
  const {tensors, dataOffset} = await readGgufHeader(blobSource(file));
  const tensor = tensors.find((each) => each.name === name);
  if (tensor === undefined) throw new Error(`${path} has no tensor ${name}`);
  const begin = dataOffset + tensor.offset;
  const bytes = await file.slice(begin, begin + tensor.bytes).arrayBuffer();
  return {dims: tensor.dims, bytes: new Uint8Array(bytes)};
}

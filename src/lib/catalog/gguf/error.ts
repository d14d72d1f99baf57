/** Why a header could not be read. */
export type GgufProblem =
  | "not a GGUF file"
  | "not supported" // a version, a byte order or a type of tensor
  | "cut off"
  | "out of bounds" // more, longer or larger than any model has
  | "contradictory" // two things of one name, a field of the wrong kind
  | "not readable" // the disk, the network, or a server that refuses
  | "no shape"; // read well, but it describes no model that the laws can count

/** What is wrong with a GGUF file, in a sentence for its owner. */
export class GgufError extends Error {
  override readonly name = "GgufError";

  constructor(
    readonly problem: GgufProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const shownCharacters = 60;

/** A name as it stands in a file, short enough for a sentence: files may have names of a megabyte. */
export function quoted(name: string): string {
  const shown = name.length > shownCharacters ? `${name.slice(0, shownCharacters)}…` : name;
  return JSON.stringify(shown);
}

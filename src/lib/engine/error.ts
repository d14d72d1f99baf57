import type {GgufProblem} from "../catalog/gguf/error.js";

/** Why the engine did not do what it was asked for. */
export type EngineProblem =
  | Exclude<GgufProblem, "no shape"> // of the file, as the reader of headers names them
  | "missing" // a field or a tensor without which there is no model
  | "no SIMD" // the browser lacks what the kernels need
  | "policy" // the page's policy forbids workers from a Blob, or WebAssembly
  | "out of memory"
  | "too long" // more tokens than the context holds
  | "bad argument"
  | "aborted" // by the caller's signal, or by leaving a loop
  | "disposed" // used after dispose(), or disposed while it was at work
  | "failed"; // a fault of the engine itself

/** What went wrong, in a sentence for the reader of the page. */
export class EngineError extends Error {
  override readonly name = "EngineError";

  constructor(
    readonly problem: EngineProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

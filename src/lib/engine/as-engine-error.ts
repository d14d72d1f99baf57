import {GgufError} from "../catalog/gguf/error.js";
import {EngineError} from "./error.js";

/** Whatever was thrown, as an error with a sentence. */
export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const options = {cause: error};
  if (error instanceof GgufError) {
    const problem = error.problem === "no shape" ? "missing" : error.problem;
    return new EngineError(problem, error.message, options);
  }
  const {name = "", message = String(error)} = (error ?? {}) as Partial<Error>;
  if (name === "AbortError") return aborted(error);
  if (name === "CompileError" && /policy|unsafe-eval/i.test(message)) {
    return new EngineError(
      "policy",
      "The policy of this page forbids WebAssembly, in which the model calculates.",
      options,
    );
  }
  if (name === "RangeError" && /memory|allocat/i.test(message)) {
    return new EngineError(
      "out of memory",
      "The browser has no more memory for this page.",
      options,
    );
  }
  return new EngineError("failed", `The engine failed: ${message}`, options);
}

export function aborted(cause?: unknown): EngineError {
  return new EngineError("aborted", "It was stopped before it was done.", {cause});
}

export function disposed(): EngineError {
  return new EngineError("disposed", "The model has been disposed of; it can do nothing more.");
}

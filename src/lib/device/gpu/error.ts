import type {GpuProblem} from "../report.js";

/** Why a graphics processor was not measured, with a sentence for whoever called. */
export class GpuError extends Error {
  override readonly name = "GpuError";

  constructor(
    readonly problem: GpuProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

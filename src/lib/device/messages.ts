import type {MeasuredFormat, Phase} from "./report.js";
import type {Recording} from "./recording.js";

/** What a worker can be asked to do again and again. */
export type Task =
  | {kind: "read"; totalBytes: number; workers: number}
  | {kind: "multiply"; format: MeasuredFormat; phase: Phase};

/** From the page to a worker. */
export type Order =
  | {kind: "prepare"; kernels: WebAssembly.Module; bytes: number}
  | {kind: "get ready"; task: Task}
  | {kind: "run"; task: Task; until: number; chunkSeconds: number};

/** From a worker to the page. */
export type Answer =
  | {kind: "prepared"; timerResolution: number}
  | {kind: "ready"}
  | {kind: "ran"; recording: Recording}
  | {kind: "failed"; message: string};

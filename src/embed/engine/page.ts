// The engine for pages of any site, as one module: see src/embed/v1/engine.js.ts.

import {createLoader} from "../../lib/engine/load-model.js";

export type * from "../../lib/engine/api.js";
export {EngineError, type EngineProblem} from "../../lib/engine/error.js";
import {sharesMemory} from "../../lib/engine/shares-memory.js";

/** The worker's script: put in by the bundler. */
declare const workerText: string;

/** See LoadModel in src/lib/engine/api.ts. */
export const loadModel = createLoader({
  startWorker: () => {
    const address = (workerAddress ??= URL.createObjectURL(
      new Blob([workerText], {type: "text/javascript"}),
    ));
    return new Worker(address);
  },
  isIsolated: sharesMemory(),
  cores: navigator.hardwareConcurrency || 1,
});

/** One for all workers: it is short, and lives as long as the page. */
let workerAddress: string | undefined;

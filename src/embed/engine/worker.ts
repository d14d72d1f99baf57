import {liveInWorker, type WorkerScope} from "../../lib/engine/worker.js";
import type {Simd} from "../../lib/engine/api.js";
import {unpacked} from "../unpacked.js";

/** Both builds of the kernels, one behind the other, deflated, as base64: put in by the bundler. */
declare const kernelText: string;
declare const kernelBytes: Readonly<Record<Simd, number>>;

const scope = globalThis as unknown as WorkerScope & {location: {href: string}};

liveInWorker(scope, {
  binary: async (simd) => {
    const both = await unpacked(kernelText);
    const {relaxed} = kernelBytes;
    return simd === "relaxed" ? both.subarray(0, relaxed) : both.subarray(relaxed);
  },
  // A worker started from a Blob can start others from the same.
  startWorker: () => new Worker(scope.location.href),
});

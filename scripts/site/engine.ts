import {deflateRawSync} from "node:zlib";
import {bundle} from "./bundle.js";
import {compileKernels} from "./kernels.js";

/** The text of one module that holds the engine's page side, its worker and both builds of kernels. */
export async function engineModule(): Promise<string> {
  const kernels = {relaxed: await compileKernels("relaxed"), plain: await compileKernels("plain")};
  // The builds are much alike: packed together, the second takes little.
  const both = Buffer.concat([kernels.relaxed, kernels.plain]);
  const workerText = await bundle("src/embed/engine/worker.ts", "iife", {
    kernelText: deflateRawSync(both, {level: 9}).toString("base64"),
    kernelBytes: {relaxed: kernels.relaxed.length, plain: kernels.plain.length},
  });
  return bundle("src/embed/engine/page.ts", "esm", {workerText});
}

import {deflateRawSync} from "node:zlib";
import {bundle} from "./bundle.js";
import {compileKernels} from "./kernels.js";

/** The text of one module that holds the laboratory's page side, its worker and the kernels. */
export async function laboratoryModule(): Promise<string> {
  const packed = async (build: "relaxed" | "plain") =>
    deflateRawSync(await compileKernels(build), {level: 9}).toString("base64");
  const kernelTexts = {relaxed: await packed("relaxed"), plain: await packed("plain")};
  const workerText = await bundle("src/embed/laboratory/worker.ts", "iife", {});
  return bundle("src/embed/laboratory/page.ts", "esm", {workerText, kernelTexts});
}

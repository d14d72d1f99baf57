import {deflateRawSync} from "node:zlib";
import {build} from "esbuild";
import {compileKernels} from "./kernels.js";

const target = ["chrome103", "firefox113", "safari16.4"]; // the first with all that the engine needs

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

/** One script, with values put in the place of names. */
async function bundle(
  entry: string,
  format: "esm" | "iife",
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const define = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format,
    target,
    define,
    minify: true,
    legalComments: "none",
  });
  return outputFiles[0]!.text;
}

import {build} from "esbuild";

export const target = ["chrome103", "firefox113", "safari16.4"]; // the first with all that the engine needs

/** One script of a module and all that it imports, with values put in the place of names. */
export async function bundle(
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

import {spawn} from "node:child_process";
import {delimiter, join} from "node:path";

const observable = join(
  "node_modules",
  "@observablehq",
  "framework",
  "dist",
  "bin",
  "observable.js",
);

/** Framework's loaders call `tsx` by its name, so it has to be on the path. */
function environment(): NodeJS.ProcessEnv {
  const path = [join(process.cwd(), "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
  return {...process.env, PATH: path, OBSERVABLE_TELEMETRY_DISABLE: "1"};
}

/** Runs `observable build`; what Framework only warns of, such as a broken link, is a failure. */
export async function buildSite(): Promise<void> {
  const framework = spawn(process.execPath, [observable, "build"], {
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [framework.stdout, framework.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise((resolve, reject) => {
    framework.on("error", reject);
    framework.on("close", resolve);
  });
  if (code !== 0) throw new Error(`Framework could not build the site:\n${output}`);
  if (/Warning:|non-local|Invalid front matter/.test(output)) {
    throw new Error(`Framework built the site with a warning, which is an error here:\n${output}`);
  }
}

/** Runs `observable preview`, which builds pages as they are asked for, until it is stopped. */
export async function previewSite(args: readonly string[]): Promise<number> {
  const framework = spawn(process.execPath, [observable, "preview", ...args], {
    env: environment(),
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    framework.on("error", reject);
    framework.on("close", (code) => resolve(code ?? 1));
  });
}

import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {main} from "assemblyscript/asc";

/** Which instructions the kernels may use: all of SIMD, or what Safari has. */
export type KernelBuild = "relaxed" | "plain";

const folder = join("src", "lib", "engine", "kernels");
const cache = join("node_modules", ".cache", "kernels");

/**
 * The engine's kernels, compiled from AssemblyScript. What was compiled once from the same text is
 * taken from the cache.
 *
 * The memory is imported, and declared as shared: `instantiateKernels` takes that mark away where
 * a page may not share memory.
 */
export async function compileKernels(build: KernelBuild): Promise<Uint8Array> {
  const options = [
    "-O3",
    "--noAssert",
    ...["--runtime", "stub"],
    ...["--importMemory", "--maximumMemory", "65536", "--sharedMemory"],
    ...["--enable", "simd", "--enable", "threads"],
    ...(build === "relaxed" ? ["--enable", "relaxed-simd"] : []),
    ...["--use", "abort="],
  ];
  const file = join(cache, `${build}-${fingerprint(options)}.wasm`);
  try {
    return readFileSync(file);
  } catch {
    const bytes = await compile(options);
    mkdirSync(cache, {recursive: true});
    // Several test files may compile at once: the file appears whole or not at all.
    writeFileSync(`${file}.${process.pid}`, bytes);
    renameSync(`${file}.${process.pid}`, file);
    return bytes;
  }
}

/** Changes with every text and every option that the binary depends on. */
function fingerprint(options: readonly string[]): string {
  const hash = createHash("sha256").update(options.join(" "));
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith(".ts")) hash.update(name).update(readFileSync(join(folder, name)));
  }
  hash.update(readFileSync(join("node_modules", "assemblyscript", "package.json")));
  return hash.digest("hex").slice(0, 16);
}

async function compile(options: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const {error, stderr} = await main(
    [join(folder, "index.ts"), ...options, "--outFile", "kernels.wasm"],
    {
      // asc asks for many files that do not exist, to see whether they do.
      readFile: (name) => {
        try {
          return readFileSync(name, "utf8");
        } catch {
          return null;
        }
      },
      writeFile: (_name, contents) => {
        if (typeof contents !== "string") binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`The kernels do not compile.\n${stderr.toString()}`);
  return binary;
}

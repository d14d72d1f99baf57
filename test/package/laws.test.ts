import {spawnSync} from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import vm from "node:vm";
import {build} from "esbuild";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {formulas} from "../../src/lib/formula/formulas.js";
import * as laws from "../../src/lib/index.js";

// The package as somebody gets it: packed, installed into an empty folder without a network, and
// used as its README says.

const timeout = 120_000; // ms: npm and the compiler start from nothing, perhaps on a busy machine
const tools = resolve("node_modules");
const packed = mkdtempSync(join(tmpdir(), "laws-packed-"));
const consumer = mkdtempSync(join(tmpdir(), "laws-consumer-"));
const installed = join(consumer, "node_modules", "inference-arithmetic-laws");

beforeAll(() => {
  run("npm", ["pack", resolve("packages", "laws"), "--pack-destination", packed], packed);
  writeFileSync(join(consumer, "package.json"), JSON.stringify({type: "module", private: true}));
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball()], consumer);
}, timeout);

afterAll(() => {
  for (const folder of [packed, consumer]) rmSync(folder, {recursive: true});
});

describe("the package", () => {
  test("has the laws, their types, the catalog, a README and the licences, and nothing else", () => {
    const files = filesIn(installed);
    const modules = files.filter((file) => /^dist\/(arithmetic|formula|catalog)\//.test(file));
    const rest = files.filter((file) => !modules.includes(file)).sort();
    expect(rest).toEqual([
      ...["LICENSE", "LICENSE-DATA.md", "README.md", "catalog.d.ts", "catalog.js"],
      ...["dist/facts.js", "dist/index.d.ts", "dist/index.js", "package.json"],
    ]);
    for (const file of modules) expect(file).toMatch(/\.(js|d\.ts)$/);
    const {version} = readJson("package.json");
    expect(readJson(join(installed, "package.json")).version).toBe(version);
  });

  test("is small: the laws for a bundler, and the whole to fetch", async () => {
    expect(statSync(tarball()).size).toBeLessThan(110_000);
    const latency = await bundle(`export {latency} from "inference-arithmetic-laws"`);
    expect(latency.length).toBeLessThan(1_000);
  });

  test("needs nothing of a page or of Node", async () => {
    const everything = await bundle(`
      export * from "inference-arithmetic-laws";
      export * from "inference-arithmetic-laws/catalog";
    `);
    expect(everything).not.toMatch(/\b(?:require|document|navigator|localStorage|process)\b[.(]/);
    const bare = vm.createContext({TextDecoder}); // the language, and what every engine brings
    const known = vm.runInContext(`${everything}; Object.keys(laws)`, bare) as string[];
    expect([...known]).toEqual(expect.arrayContaining(Object.keys(laws)));
  });

  test("exports every law that a formula is tied to", () => {
    for (const {law} of Object.values(formulas)) {
      expect(Object.keys(laws), law.file).toContain(law.name);
    }
  });

  test("documents what it exports", () => {
    const undocumented = filesIn(installed)
      .filter((file) => file.endsWith(".d.ts"))
      .flatMap((file) => undocumentedIn(file, readFileSync(join(installed, file), "utf8")));
    expect(undocumented).toEqual([]);
  });
});

describe("its README", () => {
  const readme = readFileSync(join("packages", "laws", "README.md"), "utf8");
  const examples = [...readme.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code!);

  beforeAll(() => {
    cpSync(join("data", "model", "fable-q4_0.gguf"), join(consumer, "model.gguf"));
    examples.forEach((code, i) => writeFileSync(join(consumer, `example-${i}.js`), code));
  });

  test("has examples in JavaScript alone", () => {
    expect(examples.length).toBeGreaterThan(5);
    expect(readme.match(/^```/gm)?.length).toBe(2 * examples.length);
  });

  test.for(examples.map((code, i) => ({i, code})))("says what example $i prints", ({i, code}) => {
    expect(run(process.execPath, [`example-${i}.js`], consumer).trimEnd()).toBe(
      printedAsSaid(code).join("\n"),
    );
  });
});

describe("a strict compiler", () => {
  const options = [
    ...["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022"],
    ...["--module", "nodenext", "--moduleResolution", "nodenext"],
  ];
  const node = ["--lib", "es2022", "--types", "node", "--typeRoots", join(tools, "@types")];
  const browser = ["--lib", "es2022,dom"];
  const compile = (args: readonly string[]): string =>
    run(process.execPath, [join(tools, "typescript", "bin", "tsc"), ...options, ...args], consumer);

  test("takes a consumer in Node and in a browser, and the README", {timeout}, () => {
    writeFileSync(join(consumer, "consumer.ts"), consumerCode);
    const examples = readdirSync(consumer).filter((file) => file.startsWith("example-"));
    compile([...node, "--allowJs", "--checkJs", "consumer.ts", ...examples]);
    compile([...browser, "consumer.ts"]);
  });

  test("sees a number that is none", {timeout}, () => {
    writeFileSync(join(consumer, "wrong.ts"), consumerCode.replace("batch: 1", 'batch: "1"'));
    expect(() => compile([...browser, "wrong.ts"])).toThrow(
      "Type 'string' is not assignable to type 'number'",
    );
  });
});

const consumerCode = `
import {architectureFromConfig, estimate, latency, type Architecture, type Estimate, type Hardware} from "inference-arithmetic-laws";
import {findModel, machines, type Machine} from "inference-arithmetic-laws/catalog";

const machine: Machine = machines[0]!;
const hardware: Hardware = machine.hardware;
const architecture: Architecture = findModel("LLaMA-7B").architecture;
const read: Architecture = architectureFromConfig({model_type: "llama"});
const both: Estimate[] = [architecture, read].map((one) =>
  estimate({architecture: one, hardware, format: "Q4_0", context: 0, batch: 1, promptTokens: 1, kvBytesPerElement: 2}),
);
export const seconds: number = both[0]!.decode.roofSeconds + latency({parameters: 1, batch: 1, flops: 1, bytesPerWeight: 1, bandwidth: 1});
`;

function tarball(): string {
  const [name] = readdirSync(packed);
  return join(packed, name!);
}

/** What a program writes. Throws what it complains about. */
function run(program: string, args: readonly string[], cwd: string): string {
  const shell = program === "npm" && process.platform === "win32";
  const {status, stdout, stderr} = spawnSync(program, args, {cwd, encoding: "utf8", shell});
  if (status === 0) return stdout;
  throw new Error(`${program} ${args.join(" ")} fails:\n${stdout}${stderr}`);
}

/** All of it as one script that leaves its exports in \`laws\`. */
async function bundle(contents: string): Promise<string> {
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: consumer},
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: "laws",
    platform: "neutral",
    mainFields: [],
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => statSync(join(folder, file)).isFile());

const readJson = (file: string): {version: string} =>
  JSON.parse(readFileSync(file, "utf8")) as {version: string};

/** Exported functions and interfaces above which no comment ends. */
function undocumentedIn(file: string, declarations: string): string[] {
  const lines = declarations.split("\n");
  return lines.flatMap((line, i) =>
    /^export (?:declare function|interface|declare class)/.test(line) &&
    lines[i - 1]?.trim().endsWith("*/") !== true
      ? [`${file}: ${line}`]
      : [],
  );
}

/** What a README promises to be printed: behind a console.log, or in comments on the lines below. */
function printedAsSaid(code: string): string[] {
  const lines = code.split("\n");
  return lines.flatMap((line, i) => {
    if (!line.trim().startsWith("console.log(")) return [];
    const behind = /\); \/\/ (.*)$/.exec(line)?.[1];
    if (behind !== undefined) return [behind];
    const below = lines.slice(i + 1).findIndex((next) => !next.startsWith("//"));
    return lines.slice(i + 1, i + 1 + below).map((next) => next.replace(/^\/\/ ?/, ""));
  });
}

// Passes every test, in the order in which failures are cheapest to find.
//
//   npm test                    all of it
//   npm test -- unit browser    only these steps

import {spawnSync} from "node:child_process";
import {existsSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {findOrInstallBrowser} from "./browser/find.js";
import {hashSources, isBuiltFrom} from "./site/stamp.js";

interface Count {
  passed: number;
  failed: number;
}

/** vitest leaves one core free for itself, which is half of a machine with two. */
const everyCore = "--maxWorkers=100%";

const steps: Readonly<Record<string, () => Count | Promise<Count>>> = {
  format: () => check("node_modules/prettier/bin/prettier.cjs", ["--check", "."]),
  lint: () => check("node_modules/eslint/bin/eslint.js", ["."]),
  types: () => check("node_modules/typescript/bin/tsc", ["--noEmit"]),
  unit: () => vitest("unit", ["--coverage", everyCore]),
  build: () => check("scripts/run.mjs", ["build"]),
  site: () => onBuiltSite(() => vitest("site", [everyCore])),
  browser: () =>
    onBuiltSite(async () => {
      process.env["CHROME_PATH"] = await findOrInstallBrowser();
      return vitest("browser");
    }),
  engines: () => onBuiltSite(() => vitest("engines", ["--maxWorkers=2"])),
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(", ")}; there are ${Object.keys(steps).join(", ")}.`,
  );
  process.exit(1);
}

const began = performance.now();
const total: Count = {passed: 0, failed: 0};
const broken: string[] = [];
for (const [name, step] of Object.entries(steps)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}\n`);
  const {passed, failed} = await outcomeOf(step);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) broken.push(name);
}

const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `\n${broken.length === 0 ? "All steps passed" : `Failed: ${broken.join(", ")}`}, ${seconds} s.`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function outcomeOf(step: () => Count | Promise<Count>): Promise<Count> {
  try {
    return await step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return {passed: 0, failed: 1};
  }
}

/** A tool that passes or fails as a whole. */
function check(script: string, args: readonly string[]): Count {
  return run(script, args) ? {passed: 1, failed: 0} : {passed: 0, failed: 1};
}

/** One vitest project, counted test by test. */
function vitest(project: string, args: readonly string[] = []): Count {
  const report = join("node_modules", ".cache", `vitest-${project}.json`);
  rmSync(report, {force: true});
  const succeeded = run("node_modules/vitest/vitest.mjs", [
    ...["run", "--project", project, "--reporter=default", "--reporter=json"],
    ...[`--outputFile.json=${report}`, ...args],
  ]);
  if (!existsSync(report)) return {passed: 0, failed: 1};
  const {numPassedTests, numFailedTests} = JSON.parse(readFileSync(report, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  // A run can fail with all its tests passed: by its coverage, or in a file that does not load.
  return {passed: numPassedTests, failed: Math.max(numFailedTests, succeeded ? 0 : 1)};
}

/** Tests of the built site say nothing about sources that have not been built. */
function onBuiltSite(test: () => Count | Promise<Count>): Count | Promise<Count> {
  if (isBuiltFrom(hashSources()) || run("scripts/run.mjs", ["build"])) return test();
  throw new Error("There is no built site to test.");
}

function run(script: string, args: readonly string[]): boolean {
  const {status} = spawnSync(process.execPath, [script, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  return status === 0;
}

// Runs one of the TypeScript scripts in this folder: `node scripts/run.mjs start --no-open`.
//
// It is the only script that must work before anything is installed, so it is plain JavaScript,
// imports nothing but Node, and installs what package-lock.json asks for when that is missing.

import {spawnSync} from "node:child_process";
import {existsSync, statSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [name, ...rest] = process.argv.slice(2);

process.chdir(root);
requireNode(20);
if (!isInstalled()) install();
await runScript(join(root, "scripts", `${name}.ts`), rest);

/** @param {number} oldest the first major version of Node that will do */
function requireNode(oldest) {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= oldest) return;
  console.error(`This needs Node ${oldest} or later; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** npm writes node_modules/.package-lock.json last, so it dates the whole installation. */
function isInstalled() {
  const installed = join(root, "node_modules", ".package-lock.json");
  const locked = join(root, "package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs;
}

function install() {
  console.error("Installing what package-lock.json lists (npm ci) …");
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env["npm_execpath"]; // set when npm runs us; on Windows npm itself is a .cmd
  const options = {cwd: root, stdio: /** @type {const} */ (["ignore", 2, 2])};
  const {status} = npm?.endsWith("npm-cli.js")
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync(`npm ${args.join(" ")}`, {...options, shell: true});
  if (status === 0) return;
  console.error("npm ci failed, so nothing was run. Is there a connection to the npm registry?");
  process.exit(1);
}

/**
 * @param {string} path
 * @param {string[]} args
 */
async function runScript(path, args) {
  if (name === undefined || !existsSync(path)) {
    console.error(`There is no script "${name}": see "scripts" in package.json.`);
    process.exit(1);
  }
  process.argv = [process.execPath, path, ...args];
  const {register} = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(path).href);
}

// Builds what is stale, serves the built site on this machine and opens it in a browser.
//
//   npm start -- --no-open      only print the address
//   npm start -- --port 8000    look for a free port from 8000 on

import {spawnSync} from "node:child_process";
import {parseArgs} from "node:util";
import open from "open";
import {serve} from "./site/serve.js";
import {hashSources, isBuiltFrom} from "./site/stamp.js";

const {values} = parseArgs({
  options: {port: {type: "string", default: "3000"}, "no-open": {type: "boolean", default: false}},
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_435) {
  console.error(`--port takes a number from 0 to 65435, not "${values.port}".`);
  process.exit(1);
}

if (!isBuiltFrom(hashSources())) {
  console.log("Building the site …");
  const {status} = spawnSync(process.execPath, ["scripts/run.mjs", "build"], {stdio: "inherit"});
  if (status !== 0) process.exit(1);
}

const {address, close} = await serve("dist", port);
console.log(`The notebook is at ${address} until you press Ctrl-C.`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void close().then(() => process.exit(0)));
}

const hasScreen =
  process.platform !== "linux" ||
  process.env["DISPLAY"] !== undefined ||
  process.env["WAYLAND_DISPLAY"] !== undefined;
if (!values["no-open"] && process.env["CI"] === undefined && hasScreen) {
  const browser = await open(address).catch(() => undefined);
  browser?.on("error", () => undefined); // no browser: the address is printed, that will do
}

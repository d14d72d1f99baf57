import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {strToU8, zipSync, type Zippable} from "fflate";

const readme = `Inference Arithmetic: how is llama.cpp possible?

Pages in a browser need a server, for a file of its own may load no other. Any will do that hands out
a folder. If you have Python, type in this folder

    python3 -m http.server 8000

and open http://localhost:8000/. With Node it is: npx sirv-cli . --port 8000
Nothing is fetched from anywhere else.
`;

/** The time of every file in the archive, so that the same site is always the same bytes. */
const mtime = new Date(2000, 0, 1); // archives hold the local time, whatever the zone

/** The built site as one archive, with a word about how to open it. */
export function zipSite(folder: string): Uint8Array {
  const root = "inference-arithmetic";
  const files: Zippable = {[`${root}/README.txt`]: strToU8(readme)};
  const names = readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => !name.startsWith(".") && statSync(join(folder, name)).isFile())
    .sort();
  for (const name of names) files[`${root}/${name}`] = readFileSync(join(folder, name));
  return zipSync(files, {level: 9, mtime});
}

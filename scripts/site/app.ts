import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {initWasm, Resvg} from "@resvg/resvg-wasm";
import {appFile} from "../../src/components/build/app.js";
import {descriptionOf} from "../../src/components/build/head.js";
import {iconDrawing} from "../../src/components/build/icon.js";
import {builtEn} from "../../src/components/messages/en/built.js";

const paper = "#fbfaf7"; // as --paper in src/style/tokens.css

/** Systems cut a maskable icon to a circle or a square: all that matters lies in its inner part. */
const icons = [
  {size: 192, purpose: "any", margin: 2},
  {size: 512, purpose: "any", margin: 2},
  {size: 512, purpose: "maskable", margin: 9},
] as const;

/** Writes the web app manifest and its icons, with which systems install the site as a program. */
export async function writeApp(folder: string): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  await (drawing ??= initWasm(readFileSync(wasm)));
  mkdirSync(join(folder, "icons"), {recursive: true});
  const listed = icons.map(({size, purpose, margin}) => {
    const src = `icons/${purpose}-${size}.png`;
    writeFileSync(join(folder, src), drawIcon(size, margin));
    return {src, sizes: `${size}x${size}`, type: "image/png", purpose};
  });
  const {home, chapters} = builtEn.page;
  const manifest = {
    name: `${home}: ${chapters.cover}`,
    short_name: home,
    description: descriptionOf("/index"),
    lang: "en",
    id: "./",
    start_url: "./",
    scope: "./",
    display: "minimal-ui",
    background_color: paper,
    theme_color: paper,
    icons: listed,
  };
  writeFileSync(join(folder, appFile), `${JSON.stringify(manifest, null, 2)}\n`);
}

let drawing: Promise<void> | undefined; // what draws is loaded once

/** The favicon's drawing on paper, with so much room around its 32 units. */
function drawIcon(size: number, margin: number): Uint8Array {
  const side = 32 + 2 * margin;
  const svg = iconDrawing.replace(
    `viewBox="0 0 32 32"`,
    `viewBox="${-margin} ${-margin} ${side} ${side}"`,
  );
  return new Resvg(svg, {fitTo: {mode: "width", value: size}, background: paper}).render().asPng();
}

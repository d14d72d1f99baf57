import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {build, type Plugin} from "esbuild";
import {elementFrames, grownOf, originOf} from "../../src/components/embed/elements.js";
import type {Frame} from "../../src/components/embed/frames.js";
import {elementTag} from "../../src/components/share/ways.js";
import {formulas, type FormulaId} from "../../src/lib/formula/formulas.js";
import {basicQuantities} from "../../src/lib/scenario/quantities/basic.js";
import {target} from "./bundle.js";
import {context} from "./context.js";
import {catalogOf, heldOutByShortId} from "./element-catalog.js";
import {elementStyle} from "./element-style.js";

/**
 * Writes /embed/v1/NAME.js for every chart and every equation: one file that asks for no other, and
 * makes the element <inference-NAME>.
 *
 * @param root whole address of the site, where the build is told it (SITE_URL): whoever keeps a copy
 * of a file elsewhere leads his readers to the site all the same
 */
export async function writeElements(folder: string, root: string | undefined): Promise<void> {
  const to = join(folder, "embed", "v1");
  mkdirSync(to, {recursive: true});
  const quantityModules = await readQuantityModules();
  await Promise.all(
    elementFrames.map(async (frame) => {
      const file = await elementFile(frame, quantityModules, root);
      writeFileSync(join(to, `${frame.name}.js`), file);
    }),
  );
}

async function elementFile(
  frame: Frame,
  quantityModules: readonly QuantityModule[],
  root: string | undefined,
): Promise<string> {
  const parts = frame.name.startsWith("equation-")
    ? equationParts(frame.name.slice("equation-".length) as FormulaId, quantityModules)
    : chartParts(frame.name);
  const grown = JSON.stringify(grownOf(frame, context));
  const entry = (css: string): string =>
    [
      `import {defineElement} from "./src/embed/element/define.js";`,
      ...parts.imports,
      `export const mount = defineElement({`,
      `tag: ${JSON.stringify(elementTag(frame.name))},`,
      `grown: ${grown},`,
      `css: ${JSON.stringify(css)},`,
      `catalog: ${JSON.stringify(catalogOf(frame.name))},`,
      `scenario: ${JSON.stringify(frame.chapter.scenario)},`,
      `root: ${root === undefined ? `new URL("../../", import.meta.url).href` : JSON.stringify(root)},`,
      `origin: ${JSON.stringify(originOf(frame))},`,
      ...parts.fields,
      `});`,
    ].join("\n");
  // Which rules of the sheet are needed is known once the script is.
  return bundled(entry(elementStyle(frame.name, await bundled(entry("")))));
}

/** What a file takes of the source, and under which names it brings it. */
interface Parts {
  imports: string[];
  fields: string[];
}

function chartParts(name: string): Parts {
  const pins = name === "machines";
  return {
    imports: [
      `import * as drawn from "./src/components/figure/charts/${name}.js";`,
      `import * as figures from "./src/components/messages/en/figures/${name}.js";`,
      `import {liveFigure} from "./src/embed/element/live.js";`,
      ...(pins ? [`import {attachPins} from "./src/components/figure/pins.js";`] : []),
    ],
    fields: [
      `figures,`,
      `quantities: {},`,
      `bringToLife: liveFigure(Object.values(drawn).find(({name}) => name === ${JSON.stringify(name)})${pins ? ", [attachPins]" : ""}),`,
    ],
  };
}

function equationParts(id: FormulaId, modules: readonly QuantityModule[]): Parts {
  const {result, symbols} = formulas[id];
  const needed = [result, ...symbols].filter((symbol) => !(symbol in basicQuantities));
  const brought = modules.filter(({names}) => needed.some((symbol) => names.includes(symbol)));
  return {
    imports: [
      `import {liveEquation} from "./src/embed/element/live.js";`,
      `import {basicQuantities} from "./src/lib/scenario/quantities/basic.js";`,
      ...brought.map(
        ({file, exported}) =>
          `import {${exported}} from "./src/lib/scenario/quantities/${file}.js";`,
      ),
    ],
    fields: [
      `figures: {},`,
      `quantities: {...basicQuantities, ${brought.map(({exported}) => `...${exported}`).join(", ")}},`,
      `bringToLife: liveEquation,`,
    ],
  };
}

interface QuantityModule {
  file: string;
  exported: string;
  names: string[];
}

/** The modules of quantities, and what each has. */
async function readQuantityModules(): Promise<QuantityModule[]> {
  const folder = "src/lib/scenario/quantities";
  const files = readdirSync(folder).filter((file) => !/^(basic|quantity)\.ts$/.test(file));
  const modules = files.map(async (name) => {
    const module = (await import(resolve(folder, name))) as Record<string, object>;
    const file = name.replace(/\.ts$/, "");
    return Object.entries(module)
      .filter(([exported]) => exported.endsWith("Quantities"))
      .map(([exported, quantities]) => ({file, exported, names: Object.keys(quantities)}));
  });
  return (await Promise.all(modules)).flat();
}

async function bundled(contents: string): Promise<string> {
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: process.cwd(), loader: "js"},
    bundle: true,
    write: false,
    format: "esm",
    target,
    minify: true,
    legalComments: "none",
    logLevel: "silent",
    plugins: [withShortIds],
    alias: {
      "d3-interpolate": resolve("src/embed/element/interpolate.ts"),
      "d3-format": resolve("src/embed/element/no-format.ts"),
    },
  });
  return outputFiles[0]!.text;
}

/** The one chart that looks measurements up by their long names has them written short. */
const withShortIds: Plugin = {
  name: "short-ids",
  setup(build) {
    build.onLoad({filter: /lib\/catalog\/held-out\.ts$/}, () => ({contents: heldOutByShortId()}));
  },
};

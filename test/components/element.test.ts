import {describe, expect, test} from "vitest";
import {catalogOf} from "../../scripts/site/element-catalog.js";
import {context} from "../../scripts/site/context.js";
import {elementFrames} from "../../src/components/embed/elements.js";
import type {Frame} from "../../src/components/embed/frames.js";
import {charts} from "../../src/components/figure/charts/index.js";
import type {Attributes, Context} from "../../src/components/page/context.js";
import {pinned} from "../../src/components/page/pinned.js";
import {quantityText} from "../../src/components/quantities.js";
import {elementTag} from "../../src/components/share/ways.js";
import {packRows, unpackCatalog, unpackRows} from "../../src/embed/element/catalog.js";
import {keys, settingKeys} from "../../src/components/embed/keys.js";
import {toldOf} from "../../src/embed/element/told.js";
import {formats} from "../../src/lib/arithmetic/precision.js";
import {formulas, type FormulaId} from "../../src/lib/formula/formulas.js";
import {defaultScenario, type Scenario} from "../../src/lib/scenario/scenario.js";
import {scenarioWords} from "../../src/lib/scenario/address.js";
import {viewOf} from "../../src/lib/scenario/view.js";

describe("Version 1 of the elements is a promise", () => {
  // Names may be added. Whoever changes or removes one breaks pages that nobody here can mend.

  test("of names: every element is still there", () => {
    expect(elementFrames.map(({name}) => elementTag(name))).toEqual(expect.arrayContaining(tags));
  });

  test("of attributes, which are properties and what mount() takes", () => {
    expect([...keys, ...settingKeys]).toEqual(expect.arrayContaining(attributes));
  });

  test("of what the event estimate tells", () => {
    const told = toldOf(viewOf(defaultScenario, context.catalog));
    expect(told.version).toBe(1);
    expect(Object.keys(told.scenario)).toEqual(
      expect.arrayContaining(attributes.filter((key) => !["own", ...settingKeys].includes(key))),
    );
    expect(pathsIn(told.estimate)).toEqual(expect.arrayContaining(toldFields));
  });
});

describe("What an element takes of the catalog", () => {
  test("is what was packed", () => {
    for (const [table, rows] of Object.entries(context.catalog)) {
      if (!Array.isArray(rows)) continue;
      const plain = JSON.parse(JSON.stringify(rows)) as object[]; // without what is undefined
      expect(unpackRows(packRows(rows as object[])), table).toEqual(plain);
    }
  });

  // Its measurements have short names, which its own file alone knows: element-likeness.test.ts.
  const comparable = elementFrames.filter(({name}) => name !== "forecast");

  test.for(comparable.map((frame) => [frame.name, frame] as const))(
    "is all that %s shows, whatever a page sets",
    ([name, frame]) => {
      const some = {...context, catalog: unpackCatalog(catalogOf(name))};
      for (let i = 0; i < 25; i++) {
        const scenario = i === 0 ? beginningOf(frame) : anyScenario(frame);
        expect(shownBy(frame, scenario, some), JSON.stringify(scenario)).toEqual(
          shownBy(frame, scenario, context),
        );
      }
    },
  );
});

function beginningOf({chapter}: Frame): Scenario {
  return {...defaultScenario, ...chapter.scenario};
}

function anyScenario(frame: Frame): Scenario {
  const {models, machines} = context.catalog;
  return {
    ...beginningOf(frame),
    model: oneOf(models).name,
    machine: oneOf(machines).name,
    rival: oneOf(machines).name,
    format: oneOf(formats).name,
    batch: oneOf([1, 2, 16, 64]),
    context: oneOf([0, 512, 4096]),
    sort: oneOf(scenarioWords.sort),
    kind: oneOf(scenarioWords.kind),
    shown: oneOf(scenarioWords.shown),
    rows: oneOf([14, 200]),
  };
}

function oneOf<Thing>(things: readonly Thing[]): Thing {
  return things[Math.floor(Math.random() * things.length)]!;
}

/** All words and numbers of a chart, or all numbers of an equation. */
function shownBy(frame: Frame, scenario: Scenario, context: Context): unknown {
  const attributes = attributesOf(frame);
  const view = viewOf(pinned(scenario, attributes), context.catalog);
  const chart = charts.find(({name}) => name === frame.name);
  if (chart !== undefined) {
    return [chart.title, chart.summary, chart.table].map((part) => part(view, context, attributes));
  }
  const {result, symbols} = formulas[frame.name.slice("equation-".length) as FormulaId];
  return [result, ...symbols].map((symbol) => quantityText(symbol, view, context));
}

function attributesOf({tags}: Frame): Attributes {
  const [opening] = /<[^>]*>/.exec(tags)!;
  return Object.fromEntries(
    [...opening.matchAll(/data-([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
}

/** "decode.bytes" and so on. */
function pathsIn(value: object, before = ""): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === "object" && inner !== null
      ? pathsIn(inner, `${before}${key}.`)
      : [`${before}${key}`],
  );
}

const attributes = [
  ...[
    "model",
    "machine",
    "against",
    "format",
    "batch",
    "context",
    "prompt",
    "answer",
    "gpus",
    "kv",
  ],
  ...["speed", "zoom", "own", "offload", "sort", "kind", "machines", "rows", "weight", "pull"],
  ...["workers", "stored", "seed", "onein", "theme", "hide", "lock"],
];

const phase = ["flops", "bytes", "bound", "computeSeconds", "memorySeconds", "tokensPerSecond"];
const toldFields = [
  ...["bound", "computeSeconds", "memorySeconds", "seconds", "tokensPerSecond"].map(
    (key) => `simple.${key}`,
  ),
  ...["bytes.weights", "bytes.kvCache", "bytes.total", "fits"],
  ...[...phase, "forecastTokensPerSecond"].flatMap((key) => [`prefill.${key}`, `decode.${key}`]),
];

const tags = [
  "inference-busy-second",
  "inference-against-model",
  "inference-block-layout",
  "inference-ceilings",
  "inference-cliff",
  "inference-double-halve",
  "inference-experts",
  "inference-fits",
  "inference-forecast",
  "inference-kv-growth",
  "inference-formula-gap",
  "inference-latency-batch",
  "inference-machines",
  "inference-matrix-reuse",
  "inference-parameter-breakdown",
  "inference-prefill-decode",
  "inference-prompt-gap",
  "inference-memory-hierarchy",
  "inference-recount",
  "inference-roofline",
  "inference-several-gpus",
  "inference-memory-stack",
  "inference-shared-heads",
  "inference-perplexity-size",
  "inference-precision-phases",
  "inference-rounding-error",
  "inference-speed-context",
  "inference-two-rates",
  "inference-memory-edge",
  "inference-offload-curve",
  "inference-rank",
  "inference-thread-curve",
  "inference-total-active",
  "inference-own-verdict",
  "inference-own-errors",
  "inference-own-seven",
  "inference-own-roofline",
  "inference-bandwidth-ladder",
  "inference-equation-memory-as-published",
  "inference-equation-latency",
  "inference-equation-intensity",
  "inference-equation-ridge",
  "inference-equation-critical-batch",
  "inference-equation-decode-with-context",
  "inference-equation-forecast",
  "inference-equation-expected-experts",
  "inference-equation-bandwidth-needed",
  "inference-equation-bits-per-weight",
  "inference-equation-file-bytes",
  "inference-equation-perplexity",
  "inference-equation-prompt-time",
  "inference-equation-prompt-gap",
  "inference-equation-conversation-time",
  "inference-equation-split-time",
  "inference-equation-link-time",
  "inference-equation-pipeline-gain",
  "inference-equation-training-flops",
  "inference-equation-training-time",
  "inference-equation-busy-share",
  "inference-equation-token-cache",
  "inference-equation-tokens-that-fit",
  "inference-equation-windowed-cache",
  "inference-equation-recompute-ratio",
  "inference-equation-offload-speed",
  "inference-equation-latency-with-storage",
  "inference-equation-parameter-estimate",
  "inference-equation-llama-parameters",
  "inference-equation-grouped-parameters",
  "inference-equation-idle-parameters",
  "inference-equation-own-latency",
];

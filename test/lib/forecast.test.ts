import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readCatalog} from "../../src/data/read-catalog.js";
import {estimate, type EstimateInputs} from "../../src/lib/arithmetic/estimate.js";
import {forecastNumbers} from "../../src/lib/arithmetic/forecast.js";
import {fitted} from "../../src/lib/arithmetic/forecast-fit.js";
import {bandOf, classNumbers} from "../../src/lib/arithmetic/forecast-law.js";
import type {MachineClass} from "../../src/lib/arithmetic/hardware.js";
import {formatNamed} from "../../src/lib/arithmetic/precision.js";
import {forecastSeconds} from "../../src/lib/arithmetic/simple-law.js";
import type {Measurement} from "../../src/lib/catalog/catalog.js";
import {findMachine, findModel} from "../../src/lib/catalog/find.js";
import {fitAll, leaveOneOut} from "../../src/lib/catalog/fit.js";
import {fitRows} from "../../src/lib/catalog/fit-rows.js";
import {
  checkErrors,
  forecastChecks,
  forecastErrors,
  heldOutErrors,
  summaryOf,
  type ForecastError,
} from "../../src/lib/catalog/forecast-errors.js";
import {heldOutSpeeds} from "../../src/lib/catalog/held-out.js";
import {lowest} from "../../src/lib/catalog/lowest.js";
import {anyHardware, anyInputs} from "./arithmetic/arbitraries.js";

const catalog = readCatalog();
const minutes = 60_000; // ms

/** Errors of the measurements that a test is about; at least one, so that no test is empty. */
function those(errors: readonly ForecastError[], wanted: (row: ForecastError) => boolean) {
  const found = errors.filter(wanted);
  expect(found.length).toBeGreaterThan(0);
  return summaryOf(found);
}

const discrete: readonly MachineClass[] = ["geforce", "radeon", "datacenter"];

describe("the committed tables", () => {
  it(
    "are what npm run fit makes of the law and the data",
    () => {
      const fresh = fitAll(catalog);
      expectNear(fitted, fresh.fitted, 1e-6);
      const speeds = fresh.heldOut.map(({measurement, step, forecast}) => [
        measurement.id,
        step.tokens / forecast,
      ]);
      expectNear(heldOutSpeeds, Object.fromEntries(speeds), 1e-5);
    },
    2 * minutes,
  );

  it("say something about every machine to which the forecast is fitted", () => {
    for (const {id, fitted} of catalog.measurements) {
      if (fitted) expect(heldOutSpeeds[id], id).toBeGreaterThan(0);
    }
  });
});

describe("a machine that the fit has not seen", () => {
  const errors = heldOutErrors(catalog);
  const decode = errors.filter(({phase}) => phase === "decode");
  const prefill = errors.filter(({phase}) => phase === "prefill");
  const isApple = (row: ForecastError) => row.class === "apple";

  it("decodes as forecast if it is Apple's, to 5 percent, nine of ten to 18", () => {
    const summaries = [
      those(decode, isApple),
      ...["FP16", "Q8_0", "Q4_0 file"].map((format) =>
        those(decode, (row) => isApple(row) && row.measurement.format === format),
      ),
    ];
    for (const {median, percentile90} of summaries) {
      expect(median).toBeLessThan(0.05);
      expect(percentile90).toBeLessThan(0.18);
    }
  });

  it("decodes as forecast if it is a graphics card, to 10 percent, nine of ten to 35", () => {
    const isCard = (row: ForecastError) => discrete.includes(row.class);
    const scoreboard = (row: ForecastError) =>
      isCard(row) && row.measurement.group === "scoreboard";
    for (const {median, percentile90} of [those(decode, isCard), those(decode, scoreboard)]) {
      expect(median).toBeLessThan(0.1);
      expect(percentile90).toBeLessThan(0.35);
    }
  });

  it("has old cards in a row of their own, where the forecast is a poor one", () => {
    const old = ["Tesla K80", "Instinct MI50", "Instinct MI60", "Instinct MI100", "Instinct MI210"];
    for (const name of old) expect(findMachine(catalog, name).hardware.class).toBe("legacy");
    const rows = forecastErrors(catalog).filter((row) => row.class === "legacy");
    expect(rows.map(({phase}) => phase).sort()).toEqual(["decode", "prefill"]);
    expect(those(decode, (row) => row.class === "legacy").percentile90).toBeGreaterThan(0.35);
  });

  it("reads prompts as forecast if it is an M1 or M2, to 5 percent in every format", () => {
    for (const format of ["FP16", "Q8_0", "Q4_0 file"]) {
      const {median} = those(
        prefill,
        ({measurement}) =>
          /^Apple M[12]\b/.test(measurement.machine) && measurement.format === format,
      );
      expect(median, format).toBeLessThan(0.05);
    }
  });

  it("reads prompts as forecast, to 20 percent by class", () => {
    for (const name of ["apple", ...discrete]) {
      expect(those(prefill, (row) => row.class === name).median, name).toBeLessThan(0.2);
    }
  });

  it("decodes a mixture of experts as forecast, to 8 percent, nine of ten to 25", () => {
    const {median, percentile90} = those(
      decode,
      ({measurement}) => measurement.group === "gpt-oss-15396",
    );
    expect(median).toBeLessThan(0.08);
    expect(percentile90).toBeLessThan(0.25);
  });

  it(
    "may even be the first of its family",
    () => {
      const familyOf = ({measurement}: {measurement: Measurement}) =>
        /^Apple M\d/.exec(measurement.machine)?.[0] ?? "others";
      const held = leaveOneOut(fitRows(catalog), fitted, familyOf).filter(
        (row) => familyOf(row) !== "others" && row.measurement.phase === "decode",
      );
      const {median, percentile90} = summaryOf(
        held.map(({seconds, forecast}) => ({relativeError: seconds / forecast - 1})),
      );
      expect(held.length).toBeGreaterThan(80);
      expect(median).toBeLessThan(0.05);
      expect(percentile90).toBeLessThan(0.18);
    },
    2 * minutes,
  );
});

describe("a measurement of another kind than those of the fit", () => {
  const errors = checkErrors(catalog);
  const inGroup = (group: string, model: string) => (row: ForecastError) =>
    row.phase === "decode" && row.measurement.group === group && row.measurement.model === model;

  it("may be of a model nine times as large", () => {
    const quantized = (row: ForecastError) =>
      inGroup("xiongjiedai-2023", "LLaMA-65B")(row) &&
      row.measurement.format === "Q4_0 file" &&
      row.class !== "datacenter"; // an A100 ran kernels of 2023 at half the speed of today's
    expect(those(errors, quantized).percentile90).toBeLessThan(0.2);
  });

  it("may be of a conversation of 131,072 tokens: the ratios of speeds hold to 6 percent", () => {
    const rows = errors.filter(inGroup("context-depth", "Qwen3-8B"));
    expect(rows.length).toBe(4);
    const [first, ...longer] = rows.map(({relativeError}) => 1 + relativeError);
    for (const factor of longer) expect(Math.abs(factor / first! - 1)).toBeLessThan(0.06);
  });

  it("may be of a batch: a dense model to 10 percent", () => {
    const {rows, median, percentile90} = those(errors, inGroup("dgx-spark", "Qwen2.5-7B"));
    expect(rows).toBe(15);
    expect(median).toBeLessThan(0.1);
    expect(percentile90).toBeLessThan(0.15);
  });

  it("may be of a batch: a mixture of experts to a quarter, nine of ten to 45 percent", () => {
    for (const model of ["gpt-oss-20b", "gpt-oss-120b", "Qwen3-30B-A3B"]) {
      const {median, percentile90} = those(errors, inGroup("dgx-spark", model));
      expect(median, model).toBeLessThan(0.25);
      expect(percentile90, model).toBeLessThan(0.45);
    }
  });

  it("is summed up by table and phase", () => {
    const rows = forecastChecks(catalog);
    expect(rows.map(({group, phase}) => `${group} ${phase}`)).toContain("dgx-spark decode");
    for (const {median, percentile90} of rows) expect(percentile90).toBeGreaterThanOrEqual(median);
  });
});

describe("a forecast", () => {
  it("is the formula of the page for one reader who waits for memory", () => {
    const {hardware} = findMachine(catalog, "Apple M1");
    const format = formatNamed("Q4_0 file");
    for (const name of ["LLaMA-7B", "gpt-oss-20b"]) {
      const {architecture} = findModel(catalog, name);
      const step = {architecture, hardware, format, context: 1000};
      const {decode} = estimate({...step, batch: 1, promptTokens: 0, kvBytesPerElement: 2});
      const numbers = forecastNumbers({...step, phase: "decode"});
      expect(decode.forecast.seconds).toBe(
        forecastSeconds({
          bytes: decode.bytes,
          efficiency: numbers.bandwidthEfficiency,
          bandwidth: hardware.bandwidth,
          overhead: numbers.overheadSeconds,
        }),
      );
    }
  });

  it("holds shares between 0 and 1, in every class", () => {
    const {architecture} = findModel(catalog, "LLaMA-7B");
    for (const {hardware} of catalog.machines) {
      for (const format of ["FP16", "Q4_0 file"].map(formatNamed)) {
        const numbers = forecastNumbers({phase: "prefill", architecture, format, hardware});
        for (const share of [numbers.bandwidthEfficiency, numbers.computeEfficiency]) {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(numbers.overheadSeconds).toBeGreaterThan(0);
      }
    }
  });

  it("is never faster than the roof, and lies in its band", () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        for (const {forecast, roofSeconds} of phases(inputs)) {
          expect(forecast.seconds).toBeGreaterThanOrEqual(roofSeconds);
          expect(forecast.low).toBeGreaterThanOrEqual(roofSeconds);
          expect(forecast.low).toBeLessThanOrEqual(forecast.seconds);
          expect(forecast.high).toBeGreaterThanOrEqual(forecast.seconds);
        }
      }),
      {numRuns: 500},
    );
  });

  it("of more work, or of a slower machine, is not shorter", () => {
    const more = (count: number, change: number) => Math.min(count + change, 1e9);
    const harder: ((inputs: EstimateInputs) => EstimateInputs)[] = [
      (inputs) => ({...inputs, batch: more(inputs.batch, 1)}),
      (inputs) => ({...inputs, context: more(inputs.context, 100)}),
      (inputs) => ({...inputs, promptTokens: more(inputs.promptTokens, 1)}),
      (inputs) => ({...inputs, promptTokens: more(inputs.promptTokens, 1000)}),
      (inputs) => slower(inputs, {bandwidth: inputs.hardware.bandwidth / 2}),
      (inputs) =>
        slower(inputs, {
          flops: Object.fromEntries(
            Object.entries(inputs.hardware.flops).map(([name, rate]) => [name, rate / 2]),
          ),
        }),
    ];
    fc.assert(
      fc.property(anyInputs, fc.constantFrom(...harder), (inputs, change) => {
        const [decode, prefill] = phases(inputs);
        const [harderDecode, harderPrefill] = phases(change(inputs));
        const rounding = 1 - 1e-9;
        expect(harderDecode!.forecast.seconds).toBeGreaterThanOrEqual(
          decode!.forecast.seconds * rounding,
        );
        expect(harderPrefill!.forecast.seconds).toBeGreaterThanOrEqual(
          prefill!.forecast.seconds * rounding,
        );
      }),
      {numRuns: 500},
    );
  });

  it("knows every class of machine", () => {
    fc.assert(
      fc.property(anyHardware, (hardware) => {
        expect(classNumbers(hardware, fitted).bandwidthEfficiency).toBeGreaterThan(0);
        expect(bandOf("decode", hardware, fitted).high).toBeGreaterThanOrEqual(1);
        expect(bandOf("prefill", hardware, fitted).low).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is not fitted to a reader's own machine", () => {
    const {name} = catalog.machines.find((machine) => machine.name === "Apple M2")!;
    const owned = {
      ...catalog,
      machines: catalog.machines.map((machine) =>
        machine.name === name
          ? {...machine, hardware: {...machine.hardware, class: "own" as const}}
          : machine,
      ),
    };
    const machines = (rows: ReturnType<typeof fitRows>) =>
      new Set(rows.map(({measurement}) => measurement.machine));
    expect(machines(fitRows(catalog))).toContain(name);
    expect(machines(fitRows(owned))).not.toContain(name);
  });
});

describe("the band", () => {
  it("holds about four of five held-out measurements", () => {
    for (const phase of ["decode", "prefill"] as const) {
      const rows = heldOutErrors(catalog).filter((row) => row.phase === phase);
      const inside = rows.filter(({measurement: {machine}, relativeError}) => {
        const {low, high} = bandOf(phase, findMachine(catalog, machine).hardware, fitted);
        const factor = 1 + relativeError; // measured over forecast, in seconds
        return factor >= low && factor <= high;
      });
      expect(inside.length / rows.length).toBeGreaterThan(0.75);
      expect(inside.length / rows.length).toBeLessThan(0.9);
    }
  });
});

describe("lowest", () => {
  it("finds the bottom of a valley that lies across its steps", () => {
    const bottom = [2, 1e-3];
    const [a, b] = lowest(
      ([x, y]) => {
        const [u, v] = [Math.log(x! / bottom[0]!), Math.log(y! / bottom[1]!)];
        return u ** 2 + v ** 2 + 1.8 * u * v;
      },
      [0.5, 0.1],
      [
        {from: 0.01, to: 100},
        {from: 1e-6, to: 1},
      ],
    );
    expect(a).toBeCloseTo(2, 5);
    expect(b).toBeCloseTo(1e-3, 8);
  });

  it("stays in its ranges", () => {
    expect(lowest(([x]) => x!, [5], [{from: 2, to: 9}])[0]).toBeCloseTo(2, 12);
    expect(lowest(([x]) => -x!, [5], [{from: 2, to: 9}])[0]).toBeCloseTo(9, 12);
  });
});

function phases(inputs: EstimateInputs) {
  const {decode, prefill} = estimate(inputs);
  return [decode, prefill];
}

function slower(
  inputs: EstimateInputs,
  change: Partial<EstimateInputs["hardware"]>,
): EstimateInputs {
  return {...inputs, hardware: {...inputs.hardware, ...change}};
}

/** Expects the same names, and numbers that differ by no more than a share. */
function expectNear(actual: unknown, wanted: unknown, share: number, path = "table"): void {
  if (typeof wanted === "number") {
    expect(Math.abs((actual as number) / wanted - 1), path).toBeLessThan(share);
    return;
  }
  expect(Object.keys(actual as object).sort(), path).toEqual(Object.keys(wanted as object).sort());
  for (const [name, value] of Object.entries(wanted as object)) {
    expectNear((actual as Record<string, unknown>)[name], value, share, `${path}.${name}`);
  }
}

import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {weightBytes} from "../../../src/lib/arithmetic/precision.js";
import {findModel} from "../../../src/lib/catalog/find.js";
import {machineList} from "../../../src/lib/scenario/machine-list.js";
import {
  layersThatFit,
  offloadCurve,
  offloadOf,
  offloadRun,
  offloadRuns,
  offloadShares,
  speedWithHost,
} from "../../../src/lib/scenario/offload.js";
import {
  bytesInMarch2023,
  pagingCurve,
  pagingMachines,
  pagingRuns,
  pagingStep,
  spilledRuns,
  storageOf,
} from "../../../src/lib/scenario/paging.js";
import {quantityOf} from "../../../src/lib/scenario/quantities.js";
import {ranking, scoreRanking} from "../../../src/lib/scenario/ranking.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {threadGain, threadRuns} from "../../../src/lib/scenario/thread-runs.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const viewWith = (scenario: Partial<Scenario>) =>
  viewOf({...defaultScenario, ...scenario}, catalog);
const large = {model: "LLaMA-65B", format: "Q4_0 file"} as const;

describe("the list of machines", () => {
  const list = (scenario: Partial<Scenario>) =>
    machineList(viewWith({...large, ...scenario}), catalog);

  it.each(["speed", "bandwidth", "memory"] as const)("is sorted by %s, the most first", (sort) => {
    const {rows} = list({sort, rows: 500, shown: "every"});
    const key = {speed: "forecast", bandwidth: "bandwidth", memory: "memoryBytes"} as const;
    const values = rows.map((row) => row[key[sort]]!);
    expect(rows).toHaveLength(catalog.machines.length);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  it("leaves out what is too small, but for the two that are pinned", () => {
    const {rows, fitting} = list({machine: "RTX 4090", rival: "Apple M1", rows: 500});
    const small = rows.filter(({fits}) => !fits).map(({name}) => name);
    expect(small.sort()).toEqual(["Apple M1", "RTX 4090"]);
    expect(rows.length - small.length).toBe(fitting);
  });

  it("shows one kind, and no more rows than wanted beside the pinned ones", () => {
    const {rows, found} = list({kind: "apple", rows: 3, machine: "RTX 4090", rival: "Apple M1"});
    expect(rows).toHaveLength(5);
    expect(rows.slice(0, 3).every(({kind}) => kind === "apple")).toBe(true);
    expect(found).toBeGreaterThan(3);
  });

  it("names no machine twice", () => {
    const {rows} = list({machine: "B200", rival: "B200", rows: 500});
    expect(new Set(rows.map(({name}) => name)).size).toBe(rows.length);
  });
});

describe("layers on a card", () => {
  const measured = viewWith(offloadRun);
  const share = (layers: number) => offloadOf(measured, catalog, layers);

  it("begin with the processor's speed and end with the card's", () => {
    expect(share(0).speed).toBeCloseTo(share(0).cpuSpeed, 10);
    expect(share(32).speed).toBeCloseTo(share(32).gpuSpeed, 8);
    expect(share(100).layers).toBe(32);
  });

  it("make it faster with each layer", () => {
    const speeds = offloadCurve(measured, catalog).map(({speed}) => speed);
    expect(speeds).toHaveLength(33);
    expect(speeds.every((speed, i) => i === 0 || speed > speeds[i - 1]!)).toBe(true);
  });

  it("were measured below the roof, by as much as the law says", () => {
    const shares = offloadShares(catalog, measured);
    expect(shares).toHaveLength(4);
    expect(Math.min(...shares)).toBeCloseTo(0.24, 2);
    expect(Math.max(...shares)).toBeCloseTo(0.41, 2);
  });

  it("became faster with each step that was measured, those beyond the last layer too", () => {
    const speeds = offloadRuns(catalog).map(({tokensPerSecond}) => tokensPerSecond);
    expect(speeds).toEqual([...speeds].sort((a, b) => a - b));
    expect(offloadRuns(catalog).at(-1)!.offloadedLayers).toBe(35);
  });

  it("fit as far as there is room", () => {
    const card = viewWith({...large, machine: "RTX 4090"});
    const layers = layersThatFit(card)!;
    const bytes = (count: number) =>
      card.estimate.bytes.kvCache + (count / 80) * card.estimate.bytes.weights;
    expect(bytes(layers)).toBeLessThanOrEqual(24e9);
    expect(bytes(layers + 1)).toBeGreaterThan(24e9);
    expect(layersThatFit(viewWith({...large, machine: "Apple M2 Ultra"}))).toBe(80);
  });
});

describe("the six machines that a reader ranks", () => {
  const six = [
    "Apple M2 Max",
    "A100 80GB",
    "Core i9-13900K",
    "DGX Spark",
    "Apple M2 Ultra",
    "RTX 4090",
  ];
  const rows = ranking(viewWith(large), catalog, six);

  it("have the RTX 4090 before the bare processor only, though it would be second", () => {
    expect(rows.map(({name}) => name)).toEqual([
      "A100 80GB",
      "Apple M2 Ultra",
      "Apple M2 Max",
      "DGX Spark",
      "RTX 4090",
      "Core i9-13900K",
    ]);
    const bySpeedWithRoom = [...rows].sort((a, b) => b.speedWithRoom - a.speedWithRoom);
    expect(bySpeedWithRoom[1]!.name).toBe("RTX 4090");
  });

  it("are compared pair by pair with the reader's order", () => {
    const right = ["a", "b", "c", "d"];
    expect(scoreRanking(right, right)).toMatchObject({rightPairs: 6, pairs: 6});
    expect(scoreRanking(["d", "c", "b", "a"], right).rightPairs).toBe(0);
    expect(scoreRanking(["b", "c", "d", "a"], right)).toEqual({
      rightPairs: 3,
      pairs: 6,
      furthest: {name: "a", guessed: 4, right: 1},
    });
  });

  it("write, where all of it fits, as fast as memory allows", () => {
    const ultra = viewWith({...large, machine: "Apple M2 Ultra"});
    expect(speedWithHost(ultra, catalog)).toBeCloseTo(ultra.simple.tokensPerSecond, 8);
  });
});

describe("storage as a third clock", () => {
  const [m1, pi] = pagingMachines as [(typeof pagingMachines)[0], (typeof pagingMachines)[0]];

  it("takes what llama.cpp printed in March 2023, to a megabyte", () => {
    const printed = (4017.27 + 512) * 2 ** 20; // MiB
    expect(Math.abs(bytesInMarch2023(catalog) - printed)).toBeLessThan(1.5e6);
  });

  it("explains the Pi's ten seconds by a disk, and not by a card", () => {
    const view = viewWith({machine: pi.name});
    const seconds = (name: "marchFastKept" | "marchFastReread" | "marchSlowKept") =>
      quantityOf(name, view, catalog)!;
    expect(seconds("marchFastKept")).toBeLessThan(10);
    expect(seconds("marchFastReread")).toBeGreaterThan(10);
    expect(seconds("marchSlowKept")).toBeGreaterThan(10);
  });

  it("joins the roof of memory at the edge, and never rises", () => {
    for (const machine of pagingMachines) {
      for (const storage of storageOf(catalog, machine.name)) {
        const curve = pagingCurve(catalog, machine.name, storage, [1e9, 50e9]);
        const kept = curve.map((step) => step.kept);
        expect(kept.every((speed, i) => i === 0 || speed <= kept[i - 1]!)).toBe(true);
        expect(curve.every((step) => step.reread <= step.kept && step.kept <= step.memory)).toBe(
          true,
        );
      }
    }
    const [card] = storageOf(catalog, pi.name);
    const atEdge = pagingStep(catalog, pi.name, card!, 4e9);
    expect(atEdge.kept).toBe(atEdge.memory);
  });

  it("finds one measurement beyond the edge of each machine", () => {
    expect(spilledRuns(catalog, m1)).toHaveLength(1);
    expect(spilledRuns(catalog, pi)).toHaveLength(1);
    expect(pagingRuns(catalog, m1).length).toBeGreaterThan(1);
    expect(spilledRuns(catalog, m1)[0]!.bytes).toBe(
      weightBytes(findModel(catalog, "Llama-2-7B").architecture, viewWith({format: "FP32"}).format),
    );
  });
});

describe("threads", () => {
  it("were measured from one to thirty-two, writing and reading", () => {
    for (const phase of ["decode", "prefill"] as const) {
      expect(threadRuns(catalog, phase).map(({threads}) => threads)).toEqual([1, 2, 4, 8, 16, 32]);
    }
  });

  it("bring writing nothing beyond eight, and reading nearly twice as much", () => {
    expect(threadGain(catalog, "decode", [8, 32])).toBeLessThan(1);
    expect(threadGain(catalog, "prefill", [8, 32])).toBeGreaterThan(1.8);
    expect(threadGain(catalog, "decode", [8, 33])).toBeUndefined();
  });

  it("never write faster than memory allows", () => {
    const {simple} = viewWith({model: "LLaMA-7B", machine: "Core i9-13900K"});
    for (const {tokensPerSecond} of threadRuns(catalog, "decode")) {
      expect(tokensPerSecond).toBeLessThan(simple.tokensPerSecond);
    }
  });
});

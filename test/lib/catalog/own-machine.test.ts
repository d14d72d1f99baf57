import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  isOwnMachine,
  listedMachines,
  ownMachineIn,
  ownMachineName,
  withOwnMachine,
} from "../../../src/lib/catalog/own-machine.js";
import {findMachine} from "../../../src/lib/catalog/find.js";
import {hardwareOf} from "../../../src/lib/device/report.js";
import {machineKinds} from "../../../src/lib/scenario/machine-choice.js";
import {machineList} from "../../../src/lib/scenario/machine-list.js";
import {machinesFor} from "../../../src/lib/scenario/machines-for.js";
import {memoryStack} from "../../../src/lib/scenario/memory-stack.js";
import {levelsOf} from "../../../src/lib/scenario/memory-levels.js";
import {quantities} from "../../../src/lib/scenario/quantities.js";
import type {Quantity} from "../../../src/lib/scenario/quantities/quantity.js";
import {recountAll} from "../../../src/lib/scenario/claims/recount.js";
import {roofsOf} from "../../../src/lib/scenario/roofs.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {viewOf} from "../../../src/lib/scenario/view.js";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {anyReport, madeUp} from "../device/made-up.js";

const plain = readCatalog();
const withReport = (memoryBytes?: number) =>
  withOwnMachine(
    plain,
    hardwareOf({...madeUp, ...(memoryBytes !== undefined && {memoryBytes})}, "any name"),
    madeUp,
  );
const untold = withReport();
const told = withReport(16e9);
const onOwn = (changes: Partial<Scenario> = {}): Scenario => ({
  ...defaultScenario,
  machine: ownMachineName,
  ...changes,
});

describe("the catalog with the reader's own device", () => {
  it("has it as one more machine, and the others as they were", () => {
    expect(untold.machines).toHaveLength(plain.machines.length + 1);
    expect(listedMachines(untold)).toEqual(plain.machines);
    expect(ownMachineIn(untold)!.readOn).toBe(madeUp.measuredOn);
    expect(ownMachineIn(plain)).toBeUndefined();
  });

  it("has it once, whatever was measured before", () => {
    const again = withOwnMachine(told, hardwareOf(madeUp, "any"), {
      ...madeUp,
      measuredOn: "2026-11-24",
    });
    expect(again.machines).toHaveLength(plain.machines.length + 1);
    expect(ownMachineIn(again)!.readOn).toBe("2026-11-24");
  });

  it("finds it by its name, and takes no other machine for it", () => {
    expect(findMachine(untold, "your device").name).toBe(ownMachineName);
    expect(plain.machines.filter(({name}) => isOwnMachine(name))).toEqual([]);
    expect(() => findMachine(plain, ownMachineName)).toThrow(/There is no machine/);
  });

  it("counts for none of the article's claims", () => {
    const cases = (catalog: typeof plain) => recountAll(catalog).get("memory-decides")!.cases;
    expect(cases(told)).toEqual(cases(plain));
  });
});

describe("every quantity on the reader's own device", () => {
  it.each(["Q4_0 file", "Q8_0", "FP16", "FP32", "FP8", "INT4", "Q4_K_M", "BF16"])(
    "is a number or unknown, in %s",
    (format) => {
      for (const catalog of [untold, told]) {
        for (const changes of [{}, {rival: ownMachineName}, {batch: 64, context: 4096}]) {
          const view = viewOf(onOwn({format, ...changes}), catalog);
          for (const [name, quantity] of Object.entries(quantities)) {
            const value = quantity(view, catalog);
            expect(value === undefined || Number.isFinite(value), `${name}: ${value}`).toBe(true);
          }
        }
      }
    },
  );

  it("is so for any report", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const catalog = withOwnMachine(plain, hardwareOf(report, "any"), report);
        const view = viewOf(onOwn(), catalog);
        for (const name of ["tokensPerSecond", "forecastSpeed", "ridge", "efficiency"] as const) {
          const quantity: Quantity = quantities[name];
          expect(quantity(view, catalog)).toBeGreaterThan(0);
        }
      }),
      {numRuns: 50},
    );
  });
});

describe("the memory that nobody told", () => {
  const view = viewOf(onOwn(), untold);

  it("neither holds a model nor fails to", () => {
    expect(view.estimate.fits).toBeUndefined();
    expect(viewOf(onOwn(), told).estimate.fits).toBe(true);
    expect(viewOf(onOwn({model: "LLaMA-65B"}), told).estimate.fits).toBe(false);
    expect(memoryStack(view)).toMatchObject({state: "untold", memory: undefined, free: undefined});
    expect(memoryStack(viewOf(onOwn(), told)).state).toBe("fits");
  });

  it("is no level of memory", () => {
    const names = (catalog: typeof plain) =>
      levelsOf(viewOf(onOwn(), catalog), catalog).map(({name}) => name);
    expect(names(untold)).not.toContain("memory");
    expect(names(told)).toContain("memory");
  });

  it("is not among the machines that would do for a wish", () => {
    const slow = {speed: 0.1};
    const names = (catalog: typeof plain) =>
      machinesFor(viewOf({...defaultScenario, ...slow}, catalog), catalog).map(({name}) => name);
    expect(names(untold)).not.toContain(ownMachineName);
    expect(names(told)).toContain(ownMachineName);
  });
});

describe("the list of machines", () => {
  it.each(machineKinds)("always holds the reader's own, and stays as long: %s", (kind) => {
    for (const shown of ["fitting", "every"] as const) {
      for (const model of ["LLaMA-7B", "LLaMA-65B"]) {
        const scenario = {...defaultScenario, kind, shown, model, rows: 5};
        const before = machineList(viewOf(scenario, plain), plain);
        const {rows} = machineList(viewOf(scenario, told), told);
        expect(rows.filter(({isOwn}) => isOwn)).toHaveLength(1);
        if (before.found >= 5) expect(rows).toHaveLength(before.rows.length);
        const pinned = before.rows.filter(({isPinned}) => isPinned).map(({name}) => name);
        expect(rows.filter(({isPinned}) => isPinned).map(({name}) => name)).toEqual(pinned);
      }
    }
  });
});

describe("the roof of the reader's own device", () => {
  it("is that of the measured rates, by the format that was measured", () => {
    const roof = (format: string) =>
      roofsOf(viewOf(onOwn({format}), untold), untold, [ownMachineName])[0]!;
    expect(roof("Q4_0 file")).toMatchObject({bandwidth: 16e9, flops: 200e9});
    expect(roof("FP16")).toMatchObject({bandwidth: 16e9, flops: 60e9});
    expect(roof("Q4_0 file").measured).toBeUndefined();
  });
});

import type {Locator} from "playwright-core";
import {describe, expect, test} from "vitest";
import type {Attributes} from "../../src/components/page/context.js";
import {quantityOf, type QuantityName} from "../../src/lib/scenario/quantities.js";
import type {Scenario} from "../../src/lib/scenario/scenario.js";
import type {View} from "../../src/lib/scenario/view.js";
import {readDot, type Axes} from "./chart-reading.js";
import {onPage} from "./harness.js";
import {beginningOf, context, viewFor} from "./library.js";
import {dragByMouse, revealAll} from "./moves.js";

/** A chart whose dot follows a slider, and what the dot stands for. */
interface Dot {
  path: string;
  figure: string;
  slider: "batch" | "context";
  axes: Axes;
  at(view: View): readonly [x: number, y: number];
}

const quantity = (name: QuantityName, view: View): number =>
  quantityOf(name, view, context.catalog)!;

const roofline: Omit<Dot, "path"> = {
  figure: "roofline",
  slider: "batch",
  axes: {x: "log", y: "log"},
  at: (view) => [quantity("intensity", view), quantity("attainableFlops", view)],
};

const dots: readonly Dot[] = [
  {...roofline, path: "index.html"},
  {...roofline, path: "pages/latency.html"},
  {
    path: "pages/latency.html",
    figure: "latency-batch",
    slider: "batch",
    axes: {x: "log", y: "log"},
    at: (view) => [view.scenario.batch, quantity("seconds", view)],
  },
  {
    path: "pages/latency.html",
    figure: "speed-context",
    slider: "context",
    axes: {x: "log", y: "linear"},
    at: (view) => [view.scenario.context, 1 / quantity("fullSeconds", view)],
  },
];

const tolerance = 0.015; // of each value

describe.for(dots)(
  "the dot of $figure in $path",
  {concurrent: true},
  ({path, figure, slider, axes, at}) => {
    test.for([1280, 360])("stands where the library says, in a window of %i pixels", (width) =>
      onPage(path, {width, density: 2}, async (page) => {
        await revealAll(page);
        const attributes = await attributesOf(page.locator(`[data-figure="${figure}"]`));
        const control = page.locator(`[data-control="${slider}"]`).last();
        for (const share of [0.3, 0.55, 0.9]) {
          await dragByMouse(control.getByRole("slider"), share);
          const scenario = {...beginningOf(path), ...(await chosenIn(control, slider))};
          const expected = at(viewFor(scenario, attributes));
          const read = await readDot(page, figure, axes);
          for (const axis of [0, 1] as const) {
            const ratio = read[axis] / expected[axis];
            expect(Math.abs(ratio - 1), `${read} is not ${expected}`).toBeLessThan(tolerance);
          }
        }
      }),
    );
  },
);

async function chosenIn(control: Locator, name: "batch" | "context"): Promise<Partial<Scenario>> {
  return {[name]: Number(await control.getByRole("spinbutton").inputValue())};
}

async function attributesOf(figure: Locator): Promise<Attributes> {
  return figure.evaluate(
    (element: HTMLElement) => ({...element.dataset}) as Record<string, string>,
  );
}

import type {Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import type {Slider} from "../../src/components/control/slider.js";
import {sliders} from "../../src/components/control/sliders.js";
import type {Attributes} from "../../src/components/page/context.js";
import type {Scenario} from "../../src/lib/scenario/scenario.js";
import {onPage, type PageOptions} from "./harness.js";
import {beginningOf, context, viewFor} from "./library.js";
import {dragByMouse, dragByTouch, press, revealAll, slidersOn} from "./moves.js";
import {expectOnScreen} from "./on-screen.js";
import {chapters} from "./site.js";

const phone: PageOptions = {width: 360, touch: true};
const ways: readonly {how: string; options: PageOptions; moves: readonly Move[]}[] = [
  {
    how: "the mouse, then arrow keys, then End",
    options: {},
    moves: [
      (slider) => dragByMouse(slider, 0.7),
      byKeys("Home", "ArrowRight", "ArrowUp", "ArrowLeft"),
      byKeys("End"),
    ],
  },
  {
    how: "a finger, then by its buttons, without dragging",
    options: phone,
    moves: [(slider) => dragByTouch(slider, 0.3), tapMore],
  },
];
type Move = (slider: Locator) => Promise<void>;

async function tapMore(slider: Locator): Promise<void> {
  await slider.locator("xpath=..").locator('[data-step="more"]').tap();
}

describe.for(chapters)("%s", {concurrent: true, timeout: 120_000}, (path) => {
  test.for(ways)(
    "begins with what the library computes, and follows sliders that are moved by $how",
    ({options, moves}) =>
      onPage(path, options, async (page) => {
        let scenario = beginningOf(path);
        await expectOnScreen(page, scenario);
        await revealAll(page);
        for (const move of moves) {
          const before = scenario;
          for (const name of await slidersOn(page)) {
            const control = controlOf(page, name);
            await move(control.getByRole("slider"));
            scenario = {...scenario, ...(await chosenIn(control, name, scenario))};
            await expectOnScreen(page, scenario);
            await expectSpoken(control, name, scenario);
          }
          expect(scenario).not.toEqual(before);
        }
      }),
  );
});

describe.for(["index.html", "pages/latency.html"])("%s", {concurrent: true}, (path) => {
  test("follows the buttons beside a slider", () =>
    onPage(path, {}, async (page) => {
      const control = controlOf(page, "batch");
      const {more, less, batch} = context.words.controls;
      for (let i = 0; i < 3; i++) await control.getByRole("button", {name: more(batch)}).click();
      await control.getByRole("button", {name: less(batch)}).click();
      await press(page, "Enter"); // the button has the focus
      await expectOnScreen(page, {...beginningOf(path), batch: 2});
    }));

  test("follows a number that is typed, also between two stops", () =>
    onPage(path, {}, async (page) => {
      const control = controlOf(page, "batch");
      await control.getByRole("spinbutton").fill("300");
      await press(page, "Enter");
      const scenario = {...beginningOf(path), batch: 300};
      await expectOnScreen(page, scenario);
      await expectSpoken(control, "batch", scenario);
    }));

  test("puts right what is typed out of bounds or is no number", () =>
    onPage(path, {}, async (page) => {
      const field = controlOf(page, "batch").getByRole("spinbutton");
      for (const [typed, taken] of [
        ["999999", 4096],
        ["-5", 1],
        ["2.7", 3],
        ["", 3],
      ] as const) {
        await field.fill(typed);
        await field.blur();
        await press(page);
        expect(await field.inputValue(), `typed ${typed}`).toBe(String(taken));
        await expectOnScreen(page, {...beginningOf(path), batch: taken});
      }
    }));
});

test("four steps of a logarithmic slider double its number, wherever it stands", () =>
  onPage("pages/latency.html", {}, async (page) => {
    for (const [name, steps] of [
      ["batch", 14],
      ["batch", 12],
      ["context", 9],
    ] as const) {
      const control = controlOf(page, name);
      const field = control.getByRole("spinbutton");
      await control.getByRole("slider").focus();
      await press(page, ...Array<string>(steps).fill("ArrowRight"));
      const before = Number(await field.inputValue());
      await press(page, ...Array<string>(4).fill("ArrowRight"));
      // Stops are whole numbers, so that small ones are rounded.
      expect(Math.abs(Number(await field.inputValue()) / before - 2)).toBeLessThan(0.1);
    }
  }));

function byKeys(...keys: readonly string[]): Move {
  return async (slider) => {
    await slider.focus();
    await press(slider.page(), ...keys);
  };
}

/** The first of the page's controls with this name: all of them move together. */
function controlOf(page: Page, name: string): Locator {
  return page.locator(`[data-control="${name}"]:visible`).first();
}

/** What the slider now stands for, by its place and the stops that its tag gives it. */
async function chosenIn(
  control: Locator,
  name: string,
  before: Scenario,
): Promise<Partial<Scenario>> {
  const attributes: Attributes = await control.evaluate((tag: HTMLElement) =>
    Object.fromEntries(Object.entries(tag.dataset).map(([key, value]) => [key, value ?? ""])),
  );
  const index = Number(await control.getByRole("slider").inputValue());
  const {value} = sliderNamed(name).stops(context, attributes)[index]!;
  return sliderNamed(name).change(value, viewFor(before), context);
}

/** What a screen reader says of the slider, and what stands beside it. */
async function expectSpoken(control: Locator, name: string, scenario: Scenario): Promise<void> {
  const slider = sliderNamed(name);
  const view = viewFor(scenario);
  const range = control.getByRole("slider", {name: context.words.controls[slider.label]});
  const spoken = await range.getAttribute("aria-valuetext");
  expect(spoken).toBe(slider.spoken(view, context));
  expect(spoken).toMatch(/[a-z]/i); // never a number alone
  const shown = slider.typed === undefined ? "output" : "input[type=number]";
  const beside = control.locator(shown);
  const text = await (slider.typed === undefined ? beside.textContent() : beside.inputValue());
  expect(text).toBe(
    slider.typed === undefined ? slider.shown(view, context) : String(slider.value(view)),
  );
}

function sliderNamed(name: string): Slider {
  const slider = sliders[name];
  if (slider === undefined) throw new Error(`there is no slider "${name}"`);
  return slider;
}

import type {Locator, Page} from "playwright-core";

// The ways in which a reader moves a slider. Each waits until the page has followed.

/** Drags the thumb of a slider to a share of its length, from 0 to 1, by so many moves. */
export async function dragByMouse(slider: Locator, share: number, moves = 6): Promise<void> {
  const page = slider.page();
  const {from, to, y} = await wayOf(slider, share);
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(to, y, {steps: moves});
  await page.mouse.up();
  await painted(page);
}

/** The same with a finger. */
export async function dragByTouch(slider: Locator, share: number, moves = 6): Promise<void> {
  const page = slider.page();
  const {from, to, y} = await wayOf(slider, share);
  const finger = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove", x: number) =>
    finger.send("Input.dispatchTouchEvent", {type, touchPoints: [{x, y}]});
  await touch("touchStart", from);
  for (let i = 1; i <= moves; i++) await touch("touchMove", from + ((to - from) * i) / moves);
  await finger.send("Input.dispatchTouchEvent", {type: "touchEnd", touchPoints: []});
  await finger.detach();
  await painted(page);
}

/** Presses keys one after the other on whatever has the focus. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await painted(page);
}

/** Waits until the browser has shown what was changed before the call. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

const thumb = 20; // CSS px: its middle stays half of it away from the ends

/** Where the middle of the thumb is, and where it shall be. CSS px of the window. */
async function wayOf(
  slider: Locator,
  share: number,
): Promise<{from: number; to: number; y: number}> {
  // In the middle of the window, where nothing covers it.
  await slider.evaluate((element) => element.scrollIntoView({block: "center"}));
  const {x, y, width, height} = (await slider.boundingBox())!;
  const now = await slider.evaluate((input: HTMLInputElement) => {
    const [min, max] = [Number(input.min), Number(input.max)];
    return (input.valueAsNumber - min) / (max - min);
  });
  const at = (part: number): number => x + thumb / 2 + part * (width - thumb);
  return {from: at(now), to: at(share), y: y + height / 2};
}

/** Shows what waits for a guess, without guessing. */
export async function revealAll(page: Page): Promise<void> {
  await page.locator(".predict").evaluateAll((scenes) => {
    for (const scene of scenes) scene.classList.add("committed");
  });
}

/** The names of the sliders on a page, each once. */
export async function slidersOn(page: Page): Promise<string[]> {
  const names = await page
    .locator("[data-control]:has(input[type=range]):visible")
    .evaluateAll((controls) => controls.map((control) => control.getAttribute("data-control")!));
  return [...new Set(names)];
}

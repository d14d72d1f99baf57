/**
 * How a reader keeps the notebook, for tests in any browser: each of these runs in a page of the
 * notebook and takes nothing from outside, so that every driver can evaluate it there.
 */

/** Presses “Keep for offline” and waits for the sentence with which that ends. */
export async function keepForOffline(): Promise<string> {
  const find = (selector: string): Promise<HTMLElement> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = document.querySelector<HTMLElement>(selector);
        if (found === null) setTimeout(look, 50);
        else resolve(found);
      };
      look();
    });
  (await find("#observablehq-footer")).scrollIntoView(); // the offer is fetched when it is seen
  const button = await find(".keep button");
  const says = await find(".keep [role=status]");
  button.click();
  while (button.hasAttribute("aria-disabled")) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return says.textContent;
}

/** Whether the page is alive, or has nothing that comes alive. */
export function isAliveOrStill(): boolean {
  const hasScript = document.querySelector("main .observablehq--block") !== null;
  return !hasScript || document.documentElement.dataset["live"] === "true";
}

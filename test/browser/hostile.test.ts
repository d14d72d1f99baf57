import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {hostileAddresses} from "../lib/scenario/hostile-addresses.js";
import {onPage} from "./harness.js";
import {context} from "./library.js";
import {isNonsense, visibleTexts} from "./visible-texts.js";

// Addresses as nobody would write them, in a page that is open: a step back or forth may lead to any.
// How they are read is tested by the thousand beside the laws; here they are seen.

const each = 40; // addresses a page: browsers refuse more changes than a few hundred in a short time
const longest = 10_000; // milliseconds from an address to the next frame: a page that is frozen, not slow

describe.for([
  "index.html",
  "pages/latency.html",
  "pages/machines.html",
  "pages/conversation.html",
])("%s under hostile addresses", {concurrent: true}, (path) => {
  test("shows something right, and does not freeze", () =>
    onPage(path, {}, async (page) => {
      const addresses = fc
        .sample(hostileAddresses(context.catalog), {numRuns: each, seed: 20_261_129})
        .filter((address) => address.length < 20_000); // a longer one is refused by servers
      expect(addresses.length).toBeGreaterThan(each / 2);
      for (const address of addresses) {
        const waited = await page.evaluate(goTo, address);
        expect(waited, address).toBeLessThan(longest);
        expect((await page.evaluate(visibleTexts)).filter(isNonsense), address).toEqual([]);
      }
    }));
});

/** As a step in the history does; returns how long the page needed until its next frame. */
function goTo(address: string): Promise<number> {
  const began = performance.now();
  const url = new URL(location.pathname, location.origin);
  url.search = address; // written as an address has to be
  history.replaceState(null, "", url);
  dispatchEvent(new PopStateEvent("popstate"));
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        document.querySelector("[data-corrections]")!.replaceChildren(); // it quotes the address
        resolve(performance.now() - began);
      }),
    );
  });
}

import {LinkChecker, LinkState} from "linkinator";
import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {serve} from "../../scripts/site/serve.js";
import {filesOf} from "./files.js";

test("every link within the site leads somewhere, under a sub-path too", async () => {
  const {address, close} = await serve("dist", 0, {base: "/some/where/"});
  try {
    const {links} = await new LinkChecker().check({
      path: `${address}index.html`,
      recurse: true,
      linksToSkip: (link) => Promise.resolve(!link.startsWith(address)),
    });
    const checked = links.filter(({state}) => state !== LinkState.SKIPPED);
    const broken = checked.filter(({state}) => state === LinkState.BROKEN);
    expect(broken.map(({url, parent, status}) => `${parent} → ${url}: ${status}`)).toEqual([]);
    expect(checked.length).toBeGreaterThan(filesOf(".html").length);
  } finally {
    await close();
  }
});

test("every link to a place on a page finds it", () => {
  const pages = new Map(
    filesOf(".html").map(({name, text}) => [name, new JSDOM(text).window.document]),
  );
  const lost: string[] = [];
  let found = 0;
  for (const [name, document] of pages) {
    for (const link of document.querySelectorAll("a[href*='#']")) {
      const {hostname, pathname, hash} = new URL(link.getAttribute("href")!, `http://site/${name}`);
      if (hostname !== "site") continue;
      const target = pages.get(pathname === "/" ? "index.html" : pathname.slice(1));
      if ((target?.getElementById(decodeURIComponent(hash.slice(1))) ?? null) === null) {
        lost.push(`${name} → ${pathname}${hash}`);
      } else found++;
    }
  }
  expect(lost).toEqual([]);
  expect(found).toBeGreaterThan(0);
});

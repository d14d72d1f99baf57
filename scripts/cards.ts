// Takes the pictures that links to the chapters show elsewhere, from the charts of the built site:
//
//   npm run build && npm run cards
//
// They are kept with the source, because a build needs no browser. A test says when a chart has
// changed since its picture was taken.

import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {chromium} from "playwright-core";
import {cards, cardSize} from "../src/components/build/cards.js";
import {page as words} from "../src/components/messages/en/page.js";
import {findOrInstallBrowser} from "./browser/find.js";
import {drawingHash} from "./site/drawing-hash.js";
import {serve} from "./site/serve.js";

const scale = 1.5; // a link is shown small, so its words are drawn large

// What the chart says to the left, the chart to the right.
const layout = `
#observablehq-main { max-width: none; padding: 0; }
.frame { position: relative; height: 420px; padding: 28px 32px; overflow: hidden; }
.frame figure { display: grid; grid-template-columns: 270px 446px; gap: 20px; margin: 0; container-type: normal; border: 0; }
.frame figcaption b { font: 650 25px/1.28 var(--sans); }
.frame [data-part="summary"], .frame .figure-foot { display: none; }
.frame .canvas { height: 364px !important; }
.frame .frame-origin { position: absolute; left: 32px; bottom: 26px; width: 260px; border: 0; font-size: 14px; }
.frame .frame-origin a { text-decoration: none; }
`;

mkdirSync("src/cards", {recursive: true});
const {address, close} = await serve("dist", 0);
const browser = await chromium.launch({executablePath: await findOrInstallBrowser()});
const madeFrom: Record<string, string> = {};
for (const {id, frame, file} of cards) {
  const viewport = {width: cardSize.width / scale, height: cardSize.height / scale};
  const page = await browser.newPage({viewport, deviceScaleFactor: scale});
  await page.goto(`${address}embed/${frame}.html?theme=light&hide=controls`, {
    waitUntil: "networkidle",
  });
  await page.addStyleTag({content: layout});
  await page
    .locator(".frame-origin a")
    .evaluate((link, text) => (link.textContent = text), `${words.chapters[id]} · ${words.home}`);
  await page.waitForTimeout(500); // the chart is drawn anew for its new width
  await page.screenshot({path: `src${file}`});
  await page.close();
  madeFrom[id] = drawingHash(readFileSync(`dist/embed/${frame}.html`, "utf8"));
  console.log(`src${file}`);
}
writeFileSync("src/cards/made-from.json", `${JSON.stringify(madeFrom, null, 2)}\n`);
await browser.close();
await close();

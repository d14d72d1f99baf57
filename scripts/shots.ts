// Takes pictures of every page of the built site into shots/: wide and phone, light and dark, and
// as printed.
//
//   npm run shots
//   npm run shots -- --page pages/latency.html --width 360 --query "?batch=64"

import {mkdirSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {chromium, type Browser} from "playwright-core";
import {findOrInstallBrowser} from "./browser/find.js";
import {serve} from "./site/serve.js";

const {values} = parseArgs({
  options: {
    page: {type: "string"},
    width: {type: "string"},
    theme: {type: "string"},
    query: {type: "string", default: ""},
    folder: {type: "string", default: "shots"},
    name: {type: "string", default: ""},
    site: {type: "string", default: "dist"},
  },
});

const pages = readdirSync(values.site, {recursive: true, encoding: "utf8"})
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".html") && (values.page ?? file) === file);
const widths = values.width === undefined ? [1280, 360] : [Number(values.width)];
const themes = ["light", "dark"].filter((theme) => (values.theme ?? theme) === theme);

mkdirSync(values.folder, {recursive: true});
const {address, close} = await serve(values.site, 0);
const browser = await chromium.launch({executablePath: await findOrInstallBrowser()});
for (const page of pages) {
  for (const width of widths) {
    for (const theme of themes) await shoot(browser, page, width, theme);
  }
  if (values.width === undefined) await shoot(browser, page, 794, "print"); // A4 at 96 dpi
}
await browser.close();
await close();

async function shoot(browser: Browser, page: string, width: number, theme: string): Promise<void> {
  const context = await browser.newContext({
    viewport: {width, height: width < 600 ? 740 : 860},
    colorScheme: theme === "dark" ? "dark" : "light",
    deviceScaleFactor: width < 600 ? 2 : 1,
  });
  const tab = await context.newPage();
  await tab.goto(`${address}${page}${values.query}`, {waitUntil: "networkidle"});
  await tab.reload({waitUntil: "networkidle"}); // now with the fonts that came too late before
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 600) {
    await tab.evaluate((top) => scrollTo(0, top), y);
    await tab.waitForTimeout(40);
  }
  await tab.evaluate(() => scrollTo(0, 0));
  if (theme === "print") await tab.emulateMedia({media: "print"});
  const name = `${page.replaceAll("/", "-").replace(".html", "")}${values.name}-${width}-${theme}.png`;
  await tab.screenshot({path: join(values.folder, name), fullPage: true});
  console.log(join(values.folder, name));
  await context.close();
}

import {existsSync, readdirSync} from "node:fs";
import {delimiter, join} from "node:path";

/** A browser engine beside Chromium, in which the built site is tested where it is installed. */
export type EngineName = "firefox" | "webkit";

/** Debian's packages for each, for messages and for continuous integration. */
export const packagesOf: Readonly<Record<EngineName, string>> = {
  firefox: "firefox-esr",
  webkit: "webkit2gtk-driver, xvfb and xauth",
};

/** Firefox, which is driven over WebDriver BiDi; undefined where none is installed. */
export function findFirefox(): string | undefined {
  return process.env["FIREFOX_PATH"] ?? onPath("firefox-esr") ?? onPath("firefox");
}

export interface WebKitPrograms {
  driver: string;
  browser: string;
  /** WebKit draws on a screen, so one is made up for it. */
  screen: string;
}

/** WebKitGTK with its driver and a screen to draw on; undefined where one of them is missing. */
export function findWebKit(): WebKitPrograms | undefined {
  const driver = onPath("WebKitWebDriver");
  const screen = onPath("xvfb-run");
  const browser = libraries()
    .map((folder) => join(folder, "MiniBrowser"))
    .find((path) => existsSync(path));
  if (driver === undefined || screen === undefined || browser === undefined) return undefined;
  return {driver, browser, screen};
}

/** e.g. ["/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1"] */
function libraries(): string[] {
  const machines = existsSync("/usr/lib") ? readdirSync("/usr/lib") : [];
  return machines
    .filter((name) => name.endsWith("-linux-gnu"))
    .flatMap((name) => {
      const folder = join("/usr/lib", name);
      return readdirSync(folder)
        .filter((entry) => /^webkit2?gtk-[\d.]+$/.test(entry))
        .sort()
        .reverse()
        .map((entry) => join(folder, entry));
    });
}

function onPath(program: string): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

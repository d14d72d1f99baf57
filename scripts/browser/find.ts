import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {homedir} from "node:os";
import {delimiter, join} from "node:path";
import {chromium} from "playwright-core";

/** Where Chrome, Chromium and Edge are installed, by platform. */
function usualPlaces(): string[] {
  switch (process.platform) {
    case "darwin":
      return ["", homedir()].flatMap((home) =>
        ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) =>
          join(home || "/", "Applications", `${name}.app`, "Contents", "MacOS", name),
        ),
      );
    case "win32":
      return ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((variable) =>
        [
          ["Google", "Chrome", "Application", "chrome.exe"],
          ["Chromium", "Application", "chrome.exe"],
          ["Microsoft", "Edge", "Application", "msedge.exe"],
        ].map((path) => join(process.env[variable] ?? "C:\\Program Files", ...path)),
      );
    default:
      return (process.env["PATH"] ?? "")
        .split(delimiter)
        .flatMap((folder) =>
          [
            "google-chrome",
            "google-chrome-stable",
            "chromium",
            "chromium-browser",
            "microsoft-edge",
            "microsoft-edge-stable",
          ].map((name) => join(folder, name)),
        );
  }
}

/** The program of a browser that starts, or undefined. */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined) {
    if (await starts(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, and no browser starts there.`);
  }
  for (const path of [...usualPlaces(), chromium.executablePath()]) {
    if (await starts(path)) return path;
  }
  return undefined;
}

async function starts(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  try {
    await (await chromium.launch({executablePath: path, timeout: 30_000})).close();
    return true;
  } catch {
    return false; // for example, without the system libraries that it needs
  }
}

/** Finds a browser, or installs one: Playwright's own build, else Debian's package. */
export async function findOrInstallBrowser(): Promise<string> {
  const found = await findBrowser();
  if (found !== undefined) return found;

  console.log("No Chrome, Chromium or Edge is installed: trying Playwright's download …");
  const playwright = join("node_modules", "playwright-core", "cli.js");
  run(process.execPath, [playwright, "install", "--no-shell", "chromium"], 240);
  const downloaded = await findBrowser();
  if (downloaded !== undefined) return downloaded;

  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("That did not work: installing Debian's package chromium …");
    run("apt-get", ["update", "-q"], 240);
    run("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium"], 600);
    const packaged = await findBrowser();
    if (packaged !== undefined) return packaged;
  }
  throw new Error(
    "The browser tests need Chrome, Chromium or Edge: install one, or set CHROME_PATH to its program.",
  );
}

function run(command: string, args: readonly string[], seconds: number): void {
  spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    timeout: seconds * 1000,
    env: {...process.env, DEBIAN_FRONTEND: "noninteractive"},
  });
}

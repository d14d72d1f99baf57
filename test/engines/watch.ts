import {isNonsense, visibleTexts} from "../browser/visible-texts.js";

/*
 * The first script of every page that the tests open in another engine: it writes down whatever goes
 * wrong, and tells it when asked. Not every driver lets a test listen to the console, and none to
 * that of a frame; so the page listens to itself.
 */

/** What a page says of itself. */
export interface Report {
  title: string;
  isLive: boolean;
  /** Errors, refusals of the policy, and what stands on the console as an error. */
  problems: string[];
  /** Texts that no reader should see, such as NaN. */
  nonsense: string[];
  /** What axe-core finds, in light and in dark. */
  axe: string[];
}

export interface Watched {
  report(): Promise<Report>;
}

const problems: string[] = [];

addEventListener(
  "error",
  (event) => {
    const {target} = event;
    if (event instanceof ErrorEvent) problems.push(`error: ${event.message} ${event.filename}`);
    else if (target instanceof Element) problems.push(`not loaded: ${target.outerHTML}`);
  },
  true,
);
addEventListener("unhandledrejection", ({reason}) => problems.push(`rejected: ${String(reason)}`));
document.addEventListener("securitypolicyviolation", ({effectiveDirective, blockedURI}) =>
  problems.push(`policy: ${effectiveDirective} refuses ${blockedURI}`),
);
const {error} = console;
console.error = (...values) => {
  problems.push(`console: ${values.map(String).join(" ")}`);
  error(...values);
};

const watched: Watched = {report};
Object.assign(globalThis, {watched});

// A page of another origin around this one may ask for the report, too: it is the tests' own.
addEventListener("message", async ({data, source}) => {
  if (data !== "report" || source === null) return;
  source.postMessage({report: await report()}, {targetOrigin: "*"});
});

async function report(): Promise<Report> {
  const isLive = await comesAlive(20);
  const axe = [...(await violations("light")), ...(await violations("dark"))];
  const nonsense = visibleTexts().filter(isNonsense);
  return {title: document.title, isLive, problems, nonsense, axe};
}

/** Whether the page's script says within so many seconds that it is live; a page without one is. */
async function comesAlive(seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const isLoaded = document.readyState === "complete";
    const hasScript = document.querySelector("main .observablehq--block") !== null;
    if (isLoaded && (!hasScript || document.documentElement.dataset["live"] === "true")) break;
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await document.fonts.ready;
  return true;
}

interface Axe {
  run(context: Document, options: object): Promise<{violations: Violation[]}>;
}

interface Violation {
  id: string;
  nodes: {target: unknown[]; failureSummary?: string}[];
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/** Everything in light; in dark only what colours can break, since nothing else is another. */
async function violations(theme: "light" | "dark"): Promise<string[]> {
  document.documentElement.dataset["theme"] = theme;
  const axe = await axeItself();
  const {violations} = await axe.run(document, {
    runOnly:
      theme === "light" ? {type: "tag", values: tags} : {type: "rule", values: rulesOfColour},
    resultTypes: ["violations"],
    iframes: false,
  });
  return violations.flatMap(({id, nodes}) =>
    nodes.map(
      ({target, failureSummary}) =>
        `${theme}, ${id}: ${target.join(" ")}: ${failureSummary ?? "no summary"}`,
    ),
  );
}

async function axeItself(): Promise<Axe> {
  const holder = globalThis as unknown as {axe?: Axe};
  if (holder.axe === undefined) {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "/axe.js";
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }
  return holder.axe!;
}

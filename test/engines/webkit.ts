import {spawn, type ChildProcess} from "node:child_process";
import type {WebKitPrograms} from "../../scripts/browser/engines.js";
import {freePort} from "./free-port.js";
import type {Driver} from "./driver.js";

/*
 * WebKitGTK speaks the classic WebDriver protocol, of which five commands are enough. The clients
 * that npm has for it ask for a newer Node than this project does.
 */

interface Answer {
  value: unknown;
}

/** WebKit on a screen that nobody sees. */
export async function startWebKit(programs: WebKitPrograms): Promise<Driver> {
  const port = await freePort();
  const driver = spawn(programs.screen, ["-a", programs.driver, "-p", String(port)], {
    stdio: "ignore",
    env: {...process.env, JSC_useSharedArrayBuffer: "1"}, // as Safari has it, so that threads run
    detached: true, // so that the screen, the driver and the browser can be ended together
  });
  try {
    return await openWindow(driver, `http://127.0.0.1:${port}`, programs.browser);
  } catch (error) {
    end(driver);
    throw error;
  }
}

async function openWindow(driver: ChildProcess, address: string, binary: string): Promise<Driver> {
  await untilReady(address);
  const capabilities = {
    alwaysMatch: {"webkitgtk:browserOptions": {binary, args: ["--automation"]}},
  };
  const {sessionId} = (await ask(`${address}/session`, {capabilities})) as {sessionId: string};
  const session = `${address}/session/${sessionId}`;
  await ask(`${session}/timeouts`, {script: 120_000, pageLoad: 60_000});
  return {
    async open(url) {
      await ask(`${session}/url`, {url});
    },
    async run(inPage, ...values) {
      const answer = (await ask(`${session}/execute/async`, {
        script: scriptOf(inPage.toString()),
        args: [values],
      })) as {answer: never} | {problem: string};
      if ("problem" in answer) throw new Error(answer.problem);
      return answer.answer;
    },
    async resize(width, height) {
      const inner = (await ask(`${session}/execute/sync`, {
        script: "return [outerWidth - innerWidth, outerHeight - innerHeight]",
        args: [],
      })) as [number, number];
      await ask(`${session}/window/rect`, {width: width + inner[0], height: height + inner[1]});
    },
    async close() {
      await fetch(session, {method: "DELETE"}).catch(() => undefined); // it may be gone already
      end(driver);
    },
  };
}

/** The last argument is the driver's: it takes the answer. */
function scriptOf(inPage: string): string {
  return `const [values, done] = arguments;
Promise.resolve().then(() => (${inPage})(...values)).then(
  (answer) => done({answer}),
  (error) => done({problem: String(error?.stack ?? error)}),
);`;
}

async function ask(address: string, body: object): Promise<unknown> {
  const response = await fetch(address, {method: "POST", body: JSON.stringify(body)});
  const {value} = (await response.json()) as Answer;
  if (response.ok) return value;
  throw new Error(`WebKit's driver says to ${address}: ${JSON.stringify(value)}`);
}

async function untilReady(address: string): Promise<void> {
  const end = performance.now() + 20_000;
  for (;;) {
    const isReady = await fetch(`${address}/status`).then(
      ({ok}) => ok,
      () => false,
    );
    if (isReady) return;
    if (performance.now() > end) throw new Error("WebKit's driver did not begin within 20 s.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function end({pid}: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGTERM"); // the whole group
  } catch {
    // It has ended by itself.
  }
}

import type {Answer, KeepProblem, Status, Wish} from "../../worker/protocol.js";

/** Why a wish was not granted: the page says it in a sentence. */
export class WishError extends Error {
  override readonly name = "WishError";

  constructor(
    readonly problem: KeepProblem,
    readonly file = "",
    options?: ErrorOptions,
  ) {
    super(`The service worker says: ${problem} ${file}`, options);
  }
}

const silence = 60_000; // ms after which a worker that says nothing has been stopped

/** The site's registration, if the reader has asked for anything; browsers may refuse the question. */
export async function registered(root: URL): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker?.getRegistration(root.href);
  } catch {
    return undefined;
  }
}

/**
 * Installs the service worker, because a reader has asked for something, and waits until it is
 * there in its newest version.
 *
 * @param root where the site stands
 * @throws WishError
 */
export async function installed(root: URL): Promise<ServiceWorker> {
  try {
    const address = new URL("sw.js", root);
    const registration = await navigator.serviceWorker.register(address, {updateViaCache: "none"});
    const {active} = registration;
    if (active !== null) {
      if ((await ask(active, {type: "status"})).keeps) return active; // a newer one waits its turn
      await registration.update().catch(() => {}); // without a network it is new enough
    }
    const worker = registration.installing ?? registration.active!;
    await isActive(worker);
    return worker;
  } catch (error) {
    throw new WishError("no store", "", {cause: error});
  }
}

/**
 * Asks a worker for something.
 *
 * @returns how things are afterwards
 * @throws WishError
 */
export function ask(
  worker: ServiceWorker,
  wish: Wish,
  onProgress: (bytes: number) => void = () => {},
): Promise<Status> {
  return new Promise((resolve, reject) => {
    const {port1, port2} = new MessageChannel();
    const giveUp = (): void => end(() => reject(new WishError("offline")));
    let patience = setTimeout(giveUp, silence);
    const end = (settle: () => void): void => {
      clearTimeout(patience);
      port1.close();
      settle();
    };
    port1.onmessage = ({data}: MessageEvent<Answer>) => {
      if (data.type === "done") return end(() => resolve(data.status));
      if (data.type === "problem") return end(() => reject(new WishError(data.problem, data.file)));
      clearTimeout(patience);
      patience = setTimeout(giveUp, silence);
      onProgress(data.bytes);
    };
    worker.postMessage(wish, [port2]);
  });
}

/** Takes the worker away where it has nothing left to do. */
export async function dismissIdle(root: URL, {keeps, isolates}: Status): Promise<void> {
  if (!keeps && !isolates) await (await registered(root))?.unregister();
}

function isActive(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("The service worker was not installed."));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/**
 * Threads need memory that workers share, and browsers allow that only to pages that are isolated
 * from other sites. Two headers ask for it. A server that cannot send them is helped by a service
 * worker, which adds them to what it passes on: from the next load of the page.
 */
export function mayIsolate(): boolean {
  return "serviceWorker" in navigator && isSecureContext;
}

/** Whether it is our service worker that isolates the page, so that the reader can undo it. */
export function isHelped(): boolean {
  return navigator.serviceWorker?.controller?.scriptURL === script();
}

/** Installs the service worker and loads the page again, at the same address. Only when asked. */
export async function reloadIsolated(): Promise<void> {
  const registration = await navigator.serviceWorker.register(script());
  await isActive((registration.installing ?? registration.waiting ?? registration.active)!);
  location.reload();
}

/** Takes the service worker away again. */
export async function reloadPlain(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(script());
  await registration?.unregister();
  location.reload();
}

const script = (): string => new URL("../isolate.js", document.baseURI).href;

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

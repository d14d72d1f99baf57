/**
 * What the service worker uses of the world in which it lives. TypeScript knows either pages or
 * workers, and this notebook is written for pages.
 */
export interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(): Promise<readonly {postMessage(message: unknown): void}[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: LastingEvent & MessageEvent) => void): void;
}

/** An event during which the browser keeps the worker alive until the work is done. */
export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

export const scope = self as unknown as ServiceWorkerScope;

/** Where the site stands, e.g. "https://example.org/some/where/". */
export const root = scope.registration.scope;

/** One origin may serve several sites, and all of them share its caches: ours begin like this. */
export const prefix = `inference-arithmetic ${root} `;

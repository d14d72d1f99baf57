// The service worker, which the build writes as /sw.js. It is installed only when a reader asks for
// one of two things: to keep the notebook for when there is no network, or to give its pages
// threads. Until then, and for all that is neither, answers are the server's.

import {keep as words} from "../components/messages/en/keep.js";
import {asked, remember} from "./asked.js";
import {
  dropAll,
  dropOthers,
  entryAt,
  keepAll,
  keepFile,
  KeepError,
  keptFile,
  missingFiles,
} from "./kept.js";
import {isolated} from "./isolated.js";
import {taken, type Answer, type Status, type Wish} from "./protocol.js";
import {root, scope, type LastingEvent} from "./scope.js";

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("message", listen);
scope.addEventListener("fetch", (event) => {
  const {request} = event;
  if (request.method !== "GET" || !request.url.startsWith(root)) return;
  event.respondWith(answer(request));
});

/** A new version is kept whole before it waits for the reader; where nothing is kept, none waits. */
async function install(): Promise<void> {
  if ((await asked()).keeps) await keepAll();
  else await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const {keeps} = await asked();
  if (keeps) await dropOthers();
  await scope.clients.claim();
  if (!keeps) return;
  for (const page of await scope.clients.matchAll()) page.postMessage(taken);
}

async function answer(request: Request): Promise<Response> {
  const {keeps, isolates} = await asked();
  const response = keeps ? await answerKept(request) : await fetch(request);
  return isolates ? isolated(response, request) : response;
}

async function answerKept(request: Request): Promise<Response> {
  const entry = entryAt(request.url);
  try {
    if (entry === undefined) return await fetch(request);
    return (await keptFile(entry)) ?? (await keepFile(entry));
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    return sentencePage();
  }
}

/** Stands where a page can be neither found nor fetched. */
function sentencePage(): Response {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.notHere.title}</title><style>:root{color-scheme:light dark}body{max-width:34rem;margin:20vh auto;padding:0 16px;font:18px/1.5 Georgia,serif}</style><main><h1>${words.notHere.title}</h1><p>${words.notHere.text}</p><p><a href="${root}">${words.notHere.home}</a></p></main></html>`;
  return new Response(page, {status: 503, headers: {"Content-Type": "text/html;charset=utf-8"}});
}

function listen(event: LastingEvent & MessageEvent): void {
  const [port] = event.ports;
  const wish = event.data as Wish; // of our own pages: browsers let no others speak to a worker
  const say = (answer: Answer): void => port?.postMessage(answer);
  event.waitUntil(
    grant(wish, say).then(
      (status) => say({type: "done", status}),
      (error: unknown) => {
        const {problem, file} =
          error instanceof KeepError ? error : {problem: "no store" as const, file: ""};
        say({type: "problem", problem, file});
      },
    ),
  );
}

async function grant(wish: Wish, say: (answer: Answer) => void): Promise<Status> {
  switch (wish.type) {
    case "status":
      break;
    case "keep":
      await keepAll((bytes) => say({type: "progress", bytes}));
      await remember("keeps", true);
      break;
    case "remove":
      await remember("keeps", false);
      await dropAll();
      break;
    case "isolate":
      await remember("isolates", wish.on);
      break;
    case "take":
      await scope.skipWaiting();
      break;
  }
  const wishes = await asked();
  return {...wishes, missing: wishes.keeps ? await missingFiles() : 0};
}

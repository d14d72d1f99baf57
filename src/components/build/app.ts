/** The name of the web app manifest, at the root of the site. */
export const appFile = "notebook.webmanifest";

/**
 * What stands in the head of every page of the notebook, and of no frame: with it the notebook can
 * be installed, and kept on a device. The build writes both files at the end. The page that answers
 * where there is none has neither: under its address nothing could be found.
 */
export function appHead(path: string): string {
  if (path === "/404") return "";
  const up = "../".repeat(path.split("/").length - 2) || "./";
  return [
    `<link rel="external manifest" href="${up}${appFile}">`,
    `<script>${keepWhenSeen(`${up}keep.js`)}</script>`,
  ].join("\n");
}

// The offer stands in the foot of the page and is fetched when that comes near the screen; at once
// where the notebook is kept already, since there may be news of it.
const keepWhenSeen = (address: string): string =>
  `addEventListener("DOMContentLoaded", () => {
const fetchIt = () => void import(new URL("${address}", document.baseURI));
if (navigator.serviceWorker?.controller) return fetchIt();
const foot = document.querySelector("#observablehq-footer");
if (foot) new IntersectionObserver(([{isIntersecting}], observer) => {
if (isIntersecting) { observer.disconnect(); fetchIt(); }
}, {rootMargin: "200px"}).observe(foot);
});`.replaceAll("\n", "");

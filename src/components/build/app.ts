/** The name of the web app manifest, at the root of the site. */
export const appFile = "notebook.webmanifest";

/**
 * What stands in the head of every page of the notebook, and of no frame: with it the notebook can
 * be installed, and kept on a device. The build writes both files at the end.
 */
export function appHead(path: string): string {
  const up = "../".repeat(path.split("/").length - 2) || "./";
  return [
    `<link rel="external manifest" href="${up}${appFile}">`,
    `<script type="module" rel="external" src="${up}keep.js"></script>`,
  ].join("\n");
}

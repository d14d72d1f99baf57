/** Whether whoever handed out this page's address has closed its answers: ?reveal=off. */
export function answersAreClosed(): boolean {
  return document.documentElement.dataset["reveal"] === "off";
}

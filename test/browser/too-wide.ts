/**
 * What stands out to the right of the window, e.g. ["table.wide ends at 402 of 360"]. Runs in the
 * page and takes nothing from outside.
 */
export function tooWide(): string[] {
  const width = document.documentElement.clientWidth;
  const scrolls = (element: Element): boolean =>
    element !== document.body &&
    element !== document.documentElement &&
    getComputedStyle(element).overflowX !== "visible";
  const outside: string[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    const {right} = element.getBoundingClientRect();
    if (right <= width + 1 || !element.checkVisibility({visibilityProperty: true})) continue;
    let ancestor = element.parentElement;
    while (ancestor !== null && !scrolls(ancestor)) ancestor = ancestor.parentElement;
    if (ancestor === null) {
      const name = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
      outside.push(`${name} ends at ${Math.round(right)} of ${width}`);
    }
  }
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > width) outside.push(`the page is ${scrollWidth} wide in a window of ${width}`);
  return outside;
}

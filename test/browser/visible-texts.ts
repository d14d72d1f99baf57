/**
 * All texts that a reader sees or hears, without code and without the sources of formulas. Runs in
 * the page and takes nothing from outside.
 */
export function visibleTexts(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (parent === null || text === "") continue;
    if (parent.closest("pre, code, script, style, annotation") !== null) continue;
    if (parent.checkVisibility({visibilityProperty: true})) texts.push(text);
  }
  for (const name of ["aria-label", "aria-valuetext", "aria-description", "title", "alt"]) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) {
      texts.push(element.getAttribute(name)!);
    }
  }
  return texts;
}

/** Whether a text is one that nobody should see, such as “NaN GB”. */
export function isNonsense(text: string): boolean {
  return /\b(NaN|undefined|Infinity)\b|\[object /.test(text);
}

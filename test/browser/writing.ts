import {JSDOM} from "jsdom";
import type {Disposable, Page} from "playwright-core";
import {spokenAttributes} from "../components/plain-words.js";

/** Tells what scripts write on a page from what the build has written there. */

/** For `prepare` of onPage: remembers what stands on the page before its first script runs. */
export async function rememberBuilt(page: Page): Promise<Disposable[]> {
  return [await page.addInitScript(watchWriting)];
}

/** The page with only those texts and attributes that scripts have written, and all elements. */
export async function writtenOn(page: Page): Promise<HTMLElement> {
  const html = await page.evaluate(
    (names) => (globalThis as unknown as WithWriting).writtenHtml(names),
    spokenAttributes,
  );
  return new JSDOM(html).window.document.body;
}

interface WithWriting {
  writtenHtml(attributes: readonly string[]): string;
}

/** Runs in the page and takes nothing from outside. */
function watchWriting(): void {
  const built = new Set<Node>();
  const rewritten = new Set<Node>();
  const attributes = new Map<Node, Set<string | null>>();

  const remember = (node: Node): void => {
    built.add(node);
    node.childNodes.forEach(remember);
  };
  const note = ({type, target, attributeName}: MutationRecord): void => {
    if (type === "characterData") rewritten.add(target);
    else attributes.set(target, (attributes.get(target) ?? new Set()).add(attributeName));
  };
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    remember(document.body);
    new MutationObserver((records) => records.forEach(note)).observe(document.body, {
      subtree: true,
      characterData: true,
      attributes: true,
    });
  });

  const keepWritten = (copy: Node, original: Node, names: readonly string[]): void => {
    const originals = [...original.childNodes];
    [...copy.childNodes].forEach((child, i) => keepWritten(child, originals[i]!, names));
    if (!built.has(original)) return;
    if (copy instanceof Text && !rewritten.has(original)) copy.remove();
    if (!(copy instanceof Element)) return;
    for (const name of names) {
      if (attributes.get(original)?.has(name) !== true) copy.removeAttribute(name);
    }
  };
  (globalThis as unknown as WithWriting).writtenHtml = (names) => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    keepWritten(copy, document.body, names);
    return copy.outerHTML;
  };
}

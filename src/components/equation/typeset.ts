import katex, {type KatexOptions} from "katex";
import type {Reading} from "../../lib/formula/readings.js";
import type {SymbolId} from "../../lib/formula/symbols.js";
import {fillPlaceholders, type Place} from "../../lib/formula/tex-tree.js";
import {escapeBraces, escapeHtml} from "../build/html.js";

/** Draws TeX for the eye alone. */
export type Draw = (tex: string, fill: Fill) => string;

/** The text for a placeholder: a symbol's live value, name, unit or kind. */
export type Fill = (symbol: SymbolId, place: Place) => string;

const options: KatexOptions = {
  throwOnError: true,
  strict: (code: string) => (code === "htmlExtension" ? "ignore" : "error"),
  trust: ({command}) => ["\\htmlClass", "\\htmlData", "\\href"].includes(command),
};

/**
 * An equation for eye and ear. Seen are its pieces side by side, which wrap where the screen ends;
 * screen readers get one MathML for the whole, with the spoken form as its alternative text for
 * those that do not read MathML. Live values stand in elements with data-live in both.
 */
export function typesetEquation(
  {pieces, tex, spoken}: Reading,
  fill: Fill,
  draw: Draw = typesetHtml,
): string {
  const sides: string[] = [];
  for (const piece of pieces) {
    // A line breaks before an equals sign first, and within a side only where it must.
    if (sides.length === 0 || piece.startsWith("{}=")) sides.push("");
    sides[sides.length - 1] += `<span class="piece">${draw(piece, fill)}</span>`;
  }
  const shown = sides.map((side) => `<span class="side">${side}</span>`);
  return `<span class="equation">${heard(typesetMathml(tex, spoken, fill))}<span class="pieces" aria-hidden="true">${shown.join("")}</span></span>`;
}

/** TeX in a sentence: what is seen may carry bindings, what is read aloud is the plain TeX. */
export function typesetInline(tex: string, boundTex: string): string {
  const math = withPlainAnnotation(mathmlOf(tex), tex);
  const html = katex.renderToString(boundTex, {...options, output: "html"});
  return `<span class="equation inline">${heard(math)}${html}</span>`;
}

/** For screen readers alone. Not every browser clips MathML itself, so a box around it does. */
function heard(math: string): string {
  return `<span class="heard">${math}</span>`;
}

/** TeX as KaTeX draws it, for the eye alone. */
export function typesetHtml(tex: string, fill: Fill): string {
  const html = katex.renderToString(`\\displaystyle ${tex}`, {...options, output: "html"});
  return fillPlaceholders(html, (symbol, place) => {
    const text = escapeHtml(fill(symbol, place));
    return place === "value"
      ? `<span data-live="${symbol}">${text}</span>`
      : `<span class="word">${text}</span>`;
  });
}

/**
 * TeX as the browser draws it, where neither KaTeX's fonts nor its styles are: MathML, whose symbols
 * carry the same names and classes.
 */
export const typesetNative: Draw = (tex, fill) => {
  // KaTeX keeps classes and data out of MathML, but takes addresses over: they carry both.
  const carried = tex.replace(
    /\\htmlClass\{([^}]*)\}\{\\htmlData\{symbol=(\w+)\}\{/g,
    (_, classes: string, symbol: string) => `\\href{${classes.replaceAll(" ", "+")}/${symbol}}{{`,
  );
  const math = mathmlOf(`{${carried}}`)
    .replace(/<semantics>(.*)<annotation.*<\/semantics>/, "$1")
    .replace(
      / href="([\w+]*)\/(\w+)"/g,
      (_, classes: string, symbol: string) =>
        ` class="${classes.replaceAll("+", " ")}" data-symbol="${symbol}"`,
    )
    .replace(
      /<mtext( [^>]*)?>([^<]*)<\/mtext>/g,
      (_, carriedBy: string | undefined, text: string) =>
        carriedBy === undefined
          ? liveText(text, fill)
          : `<mrow${carriedBy}>${liveText(text, fill)}</mrow>`,
    );
  return math.replace("<math ", '<math displaystyle="true" ');
};

/** The same TeX as MathML, with its spoken form. */
function typesetMathml(tex: string, spoken: string, fill: Fill): string {
  return withPlainAnnotation(mathmlOf(tex), tex)
    .replace(/<mtext>([^<]*)<\/mtext>/g, (_, text: string) => liveText(text, fill))
    .replace("<math ", `<math ${spokenAttributes(spoken, fill)} `);
}

function mathmlOf(tex: string): string {
  const html = katex.renderToString(tex, {...options, output: "mathml"});
  return html.slice(html.indexOf("<math"), html.indexOf("</math>") + "</math>".length);
}

/** The TeX for whoever copies it; none where it would be full of placeholders. */
function withPlainAnnotation(math: string, tex: string): string {
  return math.replace(
    /(<annotation [^>]*>).*?(<\/annotation>)/,
    (_, opening: string, closing: string) =>
      tex.includes("@") ? "" : opening + escapeBraces(escapeHtml(tex)) + closing,
  );
}

/** KaTeX joins texts that stand side by side; here each live value gets an element of its own. */
function liveText(text: string, fill: Fill): string {
  const pieces = text.split(/(@\d+\.\d@)/).filter((piece) => piece !== "");
  const elements = pieces.map((piece) => {
    let kind = "";
    const filled = fillPlaceholders(piece, (symbol, place) => {
      kind = place === "value" ? ` data-live="${symbol}"` : ` class="word"`;
      return escapeHtml(fill(symbol, place));
    });
    return `<mtext${kind}>${filled}</mtext>`;
  });
  return elements.length === 1 ? elements[0]! : `<mrow>${elements.join("")}</mrow>`;
}

/** The spoken form, and where values are live the pattern from which it is spoken anew. */
function spokenAttributes(spoken: string, fill: Fill): string {
  const alternative = fillPlaceholders(spoken, fill);
  const pattern = fillPlaceholders(spoken, (symbol, place) =>
    place === "value" ? `@${symbol}@` : fill(symbol, place),
  );
  const live = pattern === alternative ? "" : ` data-spoken="${escapeHtml(pattern)}"`;
  return `alttext="${escapeHtml(alternative)}"${live}`;
}

import {cards, cardSize} from "./cards.js";
import {escapeHtml} from "./html.js";

export interface Described {
  path: string; // e.g. "/pages/latency"
  title: string;
  description: string;
  /** From the page to the root of the site, e.g. "../"; or the root's whole address. */
  root: string;
}

/**
 * What a service that shows a link reads: Open Graph, which most of them know, and the one word that
 * asks for a large picture. Some take whole addresses only, so a build for a known address names it
 * in SITE_URL.
 */
export function socialTags({path, title, description, root}: Described): string[] {
  const card = cards.find((one) => one.path === path);
  const tags: [property: string, content: string][] = [
    ["og:type", path === "/index" ? "website" : "article"],
    ["og:site_name", "Inference Arithmetic"],
    ["og:title", title],
    ["og:description", description],
  ];
  if (card !== undefined) {
    tags.push(
      ["og:image", root + card.file.slice(1)],
      ["og:image:type", "image/png"],
      ["og:image:width", String(cardSize.width)],
      ["og:image:height", String(cardSize.height)],
      ["og:image:alt", title],
    );
  }
  return [
    ...tags.map(
      ([property, content]) => `<meta property="${property}" content="${escapeHtml(content)}">`,
    ),
    `<meta name="twitter:card" content="${card === undefined ? "summary" : "summary_large_image"}">`,
  ];
}

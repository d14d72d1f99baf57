import {readFileSync} from "node:fs";
import {join} from "node:path";

/**
 * A server answers with 404.html under any address, however deep, so nothing in it may be relative
 * to where it lies: its style stands inside, it runs no module, and its way home is found in the
 * address, where the site's own folders tell its root.
 */
export function standAlone(html: string, folder: string): string {
  const styles = [...html.matchAll(/<link rel="stylesheet"[^>]* href="\.\/(_import\/[^"]+)">/g)];
  const css = styles.map(([, path]) => readFileSync(join(folder, path!), "utf8")).join("");
  return html
    .replace(/<base [^>]*>\n/, "")
    .replace(/<link (?!rel="icon")[^>]*>\n?/g, "")
    .replace(/<script type="module"[^>]*>.*?<\/script>\n?/gs, "")
    .replace("</head>", () => `<style>${css.trim()}</style>\n</head>`)
    .replace("</body>", () => `<script>${findHome}</script>\n</body>`);
}

const findHome = `
const root = location.pathname.replace(/\\/(pages|embed|data|fonts|katex|_\\w+)\\/.*/, "/").replace(/[^/]*$/, "");
for (const link of document.querySelectorAll("a[href^='./']")) {
  link.href = root + link.getAttribute("href").slice(2);
}
`;

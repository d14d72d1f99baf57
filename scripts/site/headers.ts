/**
 * What a server should send with every file of the site. With the first two a page may share memory
 * between threads, so that the model runs on all cores; the other two let pages of other sites
 * import /embed/ and fetch the demo model. Without them everything works, on one core.
 */
export const siteHeaders: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
};

/** The same as a file that static hosts read, such as Netlify and Cloudflare Pages. */
export function headersFile(): string {
  const lines = Object.entries(siteHeaders).map(([name, value]) => `  ${name}: ${value}\n`);
  return `/*\n${lines.join("")}`;
}

import {createHash} from "node:crypto";

/**
 * What a page of the site may do, besides scripts: nothing of another host is loaded, and only
 * Hugging Face is asked, when a reader presses the button for it. Charts place their marks by the
 * style attribute, so styles may stand in the page.
 */
const rules: readonly string[] = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:", // the build writes small fonts into the stylesheet
  "connect-src 'self' data: blob: https://huggingface.co",
  "worker-src 'self' blob:", // the service worker; the engine brings its workers inside its module
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
];

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g;

/**
 * Writes the content security policy of a finished page into its head, before anything that it
 * rules. Scripts are the site's own files, WebAssembly, and those that stand in this page, each
 * named by its hash; so text that finds its way into the page can never run.
 */
export function withPolicy(html: string): string {
  const hashes = [...html.matchAll(inlineScript)].map(([, script]) => hashOf(script!));
  const scripts = ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(" ");
  const policy = [...rules, scripts].join("; ");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const [beginning, rest, ...more] = html.split(charset);
  if (rest === undefined || more.length > 0) {
    throw new Error(
      `A built page should contain ${charset} once; scripts/site/policy.ts follows it.`,
    );
  }
  return `${beginning}${charset}\n${meta}${rest}`;
}

const charset = `<meta charset="utf-8">`;

/** The policy that stands in a finished page, as the rules of a header; none where it has none. */
export function policyOf(html: string): string[] {
  const [, policy] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
  return policy === undefined ? [] : [policy];
}

/**
 * Who may show the page at this path in a frame, which only a header can say: anybody shows what
 * stands under /embed/, and nobody else's site the rest.
 */
export function framingRules(path: string): string[] {
  return path.startsWith("/embed/") ? [] : ["frame-ancestors 'self'"];
}

/** e.g. "'sha256-…'", of exactly the characters between the tags. */
function hashOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

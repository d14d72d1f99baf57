import {describe, expect, inject, test} from "vitest";
import {onPage} from "./harness.js";
import {frames, pages} from "./site.js";

/**
 * Every page is served under its content security policy in every test: what the policy refuses
 * stands on the console, where the harness finds it. Here the policy is tried by what it must refuse.
 */
describe("The content security policy", () => {
  test.for([
    {what: "a script in the text", html: `<script>globalThis.hacked = true</script>`},
    {what: "an attribute's script", html: `<img src="data:," onerror="globalThis.hacked = true">`},
    {what: "another host's script", html: `<script src="https://example.com/x.js"></script>`},
    {what: "another host's frame", html: `<iframe src="https://example.com/"></iframe>`},
    {what: "another host's picture", html: `<img src="https://example.com/x.png">`},
  ])("refuses $what that has got into the page", ({html}) =>
    onPage("pages/latency.html", refusing, async (page) => {
      const refused = await page.evaluate(putIn, html);
      expect(refused).toMatch(/^(script-src|default-src|frame-src|img-src)/);
      expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
    }),
  );

  test.for([...pages, ...frames].filter((path) => path !== "404.html"))(
    "comes as a header with %s too, and says who may frame it",
    async (path) => {
      const response = await fetch(new URL(path, inject("site")));
      const [, inPage] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(
        await response.text(),
      )!;
      const framing = path.startsWith("embed/") ? "" : "; frame-ancestors 'self'";
      expect(response.headers.get("content-security-policy")).toBe(inPage + framing);
    },
  );

  test("lets no text become code", () =>
    onPage("pages/latency.html", refusing, async (page) => {
      const refused = await page.evaluate(runText);
      expect(refused).toMatch(/^script-src/);
      expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
    }));
});

/** The refusal stands on the console, and a request that is refused counts as one that failed. */
const refusing = {provoked: /Content Security Policy/, beyond: "https://example.com/"};

/** Hands text to a timer, which runs it where `eval` is allowed, and returns which rule refused it. */
function runText(): Promise<string> {
  return new Promise((resolve, reject) => {
    document.addEventListener("securitypolicyviolation", (event) =>
      resolve(event.effectiveDirective),
    );
    setTimeout(() => reject(new Error("The policy refused nothing.")), 5000);
    (setTimeout as (text: string) => void)("globalThis.hacked = true");
  });
}

/** Makes text a part of the page, as a hole would, and returns which rule refused it. */
function putIn(html: string): Promise<string> {
  return new Promise((resolve, reject) => {
    document.addEventListener("securitypolicyviolation", (event) =>
      resolve(event.effectiveDirective),
    );
    setTimeout(() => reject(new Error("The policy refused nothing.")), 5000);
    document.body.append(document.createRange().createContextualFragment(html));
  });
}

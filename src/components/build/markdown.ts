import type MarkdownIt from "markdown-it";
import {defaultScenario, type Scenario} from "../../lib/scenario/scenario.js";
import {viewOf} from "../../lib/scenario/view.js";
import {renderLiveNumber} from "../live-number/render.js";
import type {Attributes, BuildContext, Render} from "../page/context.js";
import {pinned} from "../page/pinned.js";

/**
 * The first life of every element. Chapters are Markdown with two additions:
 *
 * - `{weights}` in a sentence is a live number; `{weights machine="A100 80GB"}` is a pinned one,
 *   for that scenario and no other;
 * - an empty tag such as `<figure data-figure="roofline"></figure>` is filled by its renderer.
 *
 * Both are filled here, by the same functions that keep them live in the browser, so the page is
 * whole before and without JavaScript.
 *
 * @param included puts what a page takes from another one in the place of the tag that asks for it.
 * A number that is taken along says by from="/pages/latency" in whose scenario it stands.
 */
export function liveElements(
  renderers: Readonly<Record<string, Render>>,
  context: BuildContext,
  scenarioOf: (path: string) => Partial<Scenario>,
  included: (markdown: string) => string = (markdown) => markdown,
): (markdown: MarkdownIt) => MarkdownIt {
  const fill = (html: string, path: string): string => {
    const base = {...defaultScenario, ...scenarioOf(path)};
    const filled = fillTags(html, renderers, (render, attributes) =>
      render({...attributes, path}, viewOf(pinned(base, attributes), context.catalog), context),
    );
    return filled.replace(braces, (whole, name: string, rest: string) =>
      whole.startsWith("{{") ? whole : number(name, rest, path),
    );
  };

  const number = (name: string, rest: string, path: string): string => {
    const attributes = attributesOf(rest);
    const base = {...defaultScenario, ...scenarioOf(attributes["from"] ?? path)};
    const view = viewOf(pinned(base, attributes), context.catalog);
    return renderLiveNumber({...attributes, name}, view, context);
  };

  return (markdown) => {
    markdown.core.ruler.before("normalize", "included", (state) => {
      state.src = included(state.src);
    });
    markdown.inline.ruler.before("text", "live-number", (state, silent) => {
      const match = bracesHere.exec(state.src.slice(state.pos));
      if (match === null) return false;
      if (!silent) {
        state.push("html_inline", "", 0).content = number(match[1]!, match[2]!, pathOf(state.env));
      }
      state.pos += match[0].length;
      return true;
    });
    for (const rule of ["html_block", "html_inline"] as const) {
      markdown.renderer.rules[rule] = withFilledTags(markdown.renderer.rules[rule]!, fill);
    }
    return markdown;
  };
}

type RenderRule = NonNullable<MarkdownIt["renderer"]["rules"][string]>;

function withFilledTags(
  rule: RenderRule,
  fill: (html: string, path: string) => string,
): RenderRule {
  return (tokens, index, options, env, self) =>
    fill(rule(tokens, index, options, env, self), pathOf(env));
}

// Framework passes the path of the page, e.g. "/pages/latency", as the environment.
function pathOf(env: unknown): string {
  return (env as {path?: string}).path ?? "/";
}

const attribute = /([\w-]+)=(?:"([^"]*)"|([^\s"}>]+))/g;
const attributeList = String.raw`((?:\s+[\w-]+(?:=(?:"[^"]*"|[^\s"}>]+))?)*)`;
const braces = new RegExp(String.raw`\{([a-zA-Z]+)${attributeList}\s*\}`, "g");
const bracesHere = new RegExp(`^${braces.source}`);

// An empty element whose first attribute is data-*, e.g. <div data-control="batch"></div>.
const emptyTag = new RegExp(
  String.raw`<(figure|div|span|nav)\s+data-([a-z-]+)(?:="([^"]*)")?${attributeList}\s*></\1>`,
  "g",
);

/** Fills empty tags until none is left: a filled tag may hold tags of its own. */
export function fillTags(
  html: string,
  renderers: Readonly<Record<string, Render>>,
  call: (render: Render, attributes: Attributes) => string,
): string {
  return html.replace(emptyTag, (whole, tag: string, kind: string, value = "", rest = "") => {
    const render = renderers[kind];
    if (render === undefined) return whole;
    const attributes = {...attributesOf(rest), [kind]: value};
    const opening = whole.slice(0, -`</${tag}>`.length);
    return opening + fillTags(call(render, attributes), renderers, call) + `</${tag}>`;
  });
}

/** `data-machine="A100 80GB" batch=16` → {machine: "A100 80GB", batch: "16"}. */
function attributesOf(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name, quoted, bare]) => [
      name!.replace(/^data-/, ""),
      quoted ?? bare ?? "",
    ]),
  );
}

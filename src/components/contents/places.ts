import {readFileSync} from "node:fs";
import {chapters, type Chapter} from "../page/chapters.js";
import type {Attributes} from "../page/context.js";
import {idOf, type Placed} from "./ids.js";

/** Where a chapter's Markdown places a figure, an equation or a derivation. */
export interface Place {
  chapter: Chapter;
  /** Address of the element, e.g. "/pages/latency#figure-roofline". */
  address: string;
  /** The tag's attributes without "data-", e.g. {figure: "roofline", machines: "Apple M1"}. */
  attributes: Attributes;
}

/** All places of a kind, in the order in which a reader meets them. */
export function placesOf(kind: Placed): Place[] {
  return chapters.flatMap((chapter) => {
    const {path} = chapter;
    if (path === undefined) return [];
    const markdown = readFileSync(`src${path}.md`, "utf8");
    const tags = [...markdown.matchAll(new RegExp(`<\\w+ data-${kind}="[^>]*>`, "g"))];
    return tags.map(([tag]) => {
      const attributes = attributesOf(tag);
      const place = attributes["id"] ?? idOf(kind, attributes[kind]!);
      return {chapter, address: `${path === "/index" ? "/" : path}#${place}`, attributes};
    });
  });
}

function attributesOf(tag: string): Attributes {
  return Object.fromEntries(
    [...tag.matchAll(/(?:data-)?([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
}

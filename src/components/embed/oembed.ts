import {cards, cardSize} from "../build/cards.js";
import {escapeHtml} from "../build/html.js";
import type {BuildContext} from "../page/context.js";
import {frames, type Frame} from "./frames.js";

/** What a service reads that shows a frame where its address was written: oembed.com, 2.3.4.4. */
export interface Oembed {
  version: "1.0";
  type: "rich";
  title: string;
  provider_name: string;
  provider_url: string;
  html: string;
  width: number;
  height: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** CSS pixels: a column of text, and a chart with its sentence, its menu and its controls. */
const width = 700;
const heightBeside = 260;
const chartHeight = 400;

/**
 * A frame as it begins. A static site answers for no other state: who has one pastes what the
 * figure's own dialog gives.
 *
 * @param root whole address of the site
 */
export function oembedOf(frame: Frame, context: BuildContext, root: string): Oembed {
  const title = frame.title(context);
  const controls = frame.tags.match(/data-control=/g)?.length ?? 0;
  const height = chartHeight + heightBeside + 46 * controls;
  const src = new URL(`embed/${frame.name}.html`, root).href;
  const card = cards.find(({frame: name}) => name === frame.name);
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: context.words.page.home,
    provider_url: root,
    html: `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" loading="lazy" style="width:100%;height:${height}px;border:0"></iframe>`,
    width,
    height,
    ...(card && {
      thumbnail_url: new URL(card.file.slice(1), root).href,
      thumbnail_width: cardSize.width,
      thumbnail_height: cardSize.height,
    }),
  };
}

/**
 * The links by which a service finds that, in the head of a frame's page, and of a chapter: first
 * the figure that stands for it, then its others. Whole addresses are asked for, so there are none
 * where the build does not know its own.
 */
export function discoveryLinks(path: string, context: BuildContext, root?: string): string[] {
  if (root === undefined) return [];
  const card = cards.find((one) => one.path === path);
  const own = frames.filter(
    ({name, chapter}) => `/embed/${name}` === path || chapter.path === path,
  );
  return own
    .sort((a, b) => Number(b.name === card?.frame) - Number(a.name === card?.frame))
    .map((frame) => {
      const href = new URL(`embed/${frame.name}.json`, root).href;
      return `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(href)}" title="${escapeHtml(frame.title(context))}">`;
    });
}

// Prints fonts/fonts.css: our text fonts, and what stands in for them until they are there.

import {faces, fallbacks} from "./faces.js";

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

// "optional": a font that is not there when the page is first drawn waits for the next page, so that
// no line of text ever breaks anew under the reader's eyes.
const own = Object.entries(faces).map(
  ([name, {family, style, weight}]) => `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${weight};
  font-display: optional;
  src: url("./${name}.woff2") format("woff2");
}`,
);

const standIns = fallbacks.map(({family, like, local, averageWidth}) => {
  const stretch = like.averageWidth / averageWidth;
  return `@font-face {
  font-family: "${family}";
  src: ${local.map((name) => `local("${name}")`).join(", ")};
  size-adjust: ${percent(stretch)};
  ascent-override: ${percent(like.ascent / stretch)};
  descent-override: ${percent(like.descent / stretch)};
  line-gap-override: 0%;
}`;
});

process.stdout.write([...own, ...standIns, ""].join("\n"));

const fontsource = "node_modules/@fontsource-variable";

export interface Face {
  family: string;
  style: "normal" | "italic";
  weight: string; // of @font-face, e.g. "400 600"
  file: string; // the full font
  axes: Record<string, number | {min: number; max: number}>;
}

/** The text fonts, by the name of the file that is delivered, e.g. fonts/serif.woff2. */
export const faces: Readonly<Record<string, Face>> = {
  serif: {
    family: "Source Serif 4",
    style: "normal",
    weight: "400 600",
    file: `${fontsource}/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2`,
    axes: {wght: {min: 400, max: 600}, opsz: {min: 14, max: 40}},
  },
  "serif-italic": {
    family: "Source Serif 4",
    style: "italic",
    weight: "400",
    file: `${fontsource}/source-serif-4/files/source-serif-4-latin-opsz-italic.woff2`,
    axes: {wght: 400, opsz: 19}, // the size of prose
  },
  sans: {
    family: "Inter",
    style: "normal",
    weight: "400 700",
    file: `${fontsource}/inter/files/inter-latin-wght-normal.woff2`,
    axes: {wght: {min: 400, max: 700}},
  },
};

/** What lays out a line of text, as parts of the font's size. */
interface Metrics {
  averageWidth: number; // of a character, weighted by its frequency in English
  ascent: number;
  descent: number;
}

const sourceSerif: Metrics = {averageWidth: 0.479, ascent: 1.036, descent: 0.335};
const inter: Metrics = {averageWidth: 0.4775, ascent: 0.9688, descent: 0.2412};

/**
 * Fonts that are on most machines, stretched to the width and height of ours, so that nothing
 * moves when ours arrive. Their average widths are those of @capsizecss/metrics.
 */
export const fallbacks = [
  {family: "Source Serif Fallback", like: sourceSerif, local: ["Georgia"], averageWidth: 0.4458},
  {
    family: "Source Serif Fallback 2",
    like: sourceSerif,
    local: ["Noto Serif"],
    averageWidth: 0.481,
  },
  {
    family: "Source Serif Fallback 3",
    like: sourceSerif,
    local: ["Times New Roman", "Liberation Serif"],
    averageWidth: 0.4063,
  },
  {
    family: "Inter Fallback",
    like: inter,
    local: ["Arial", "Liberation Sans", "Helvetica", "Roboto"],
    averageWidth: 0.4458,
  },
] as const;

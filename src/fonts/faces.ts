const fontsource = "node_modules/@fontsource-variable";

export interface Face {
  family: string;
  style: "normal" | "italic";
  weight: string; // of @font-face, e.g. "400 600"
  file: string; // the full font
  axes: Record<string, number | {min: number; max: number}>;
}

/** The text fonts: prose, its italics, and the interface. */
export const faces: readonly Face[] = [
  {
    family: "Source Serif 4",
    style: "normal",
    weight: "400 600",
    file: `${fontsource}/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2`,
    axes: {wght: {min: 400, max: 600}, opsz: {min: 14, max: 40}},
  },
  {
    family: "Source Serif 4",
    style: "italic",
    weight: "400",
    file: `${fontsource}/source-serif-4/files/source-serif-4-latin-opsz-italic.woff2`,
    axes: {wght: 400, opsz: 19}, // the size of prose
  },
  {
    family: "Inter",
    style: "normal",
    weight: "400 700",
    file: `${fontsource}/inter/files/inter-latin-wght-normal.woff2`,
    axes: {wght: {min: 400, max: 700}},
  },
];

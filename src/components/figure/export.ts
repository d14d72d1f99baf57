import {csvFormatRows} from "d3-dsv";
import type {Table} from "./chart.js";
import {metadataOf, type Described} from "./metadata.js";

/** The facts of a figure as a file, fetched only when a reader asks for it. */

export function csvOf({columns, rows}: Table): string {
  return csvFormatRows([columns, ...rows].map((row) => row.map(String))) + "\n";
}

const styles = [
  "display",
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "opacity",
  "visibility",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "paint-order",
];

/** How a picture differs from what is seen. */
export interface PictureOptions {
  /** That of the page, unless told. */
  theme?: "light" | "dark";
  /** Written into its metadata. */
  described?: Described;
}

/** A drawing that looks the same outside of the page: its style sheet's work is written into it. */
export function svgOf(drawing: SVGSVGElement, {theme, described}: PictureOptions = {}): Blob {
  return theme === undefined
    ? pictureOf(drawing, described)
    : inTheme(theme, () => pictureOf(drawing, described));
}

/** The page wears another theme for as long as nothing of it is painted. */
function inTheme<Result>(theme: "light" | "dark", act: () => Result): Result {
  const {dataset} = document.documentElement;
  const worn = dataset["theme"];
  dataset["theme"] = theme;
  try {
    return act();
  } finally {
    if (worn === undefined) delete dataset["theme"];
    else dataset["theme"] = worn;
  }
}

function pictureOf(drawing: SVGSVGElement, described?: Described): Blob {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const {width, height} = drawing.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const originals = drawing.querySelectorAll("*");
  copy.querySelectorAll<SVGElement>("*").forEach((element, i) => {
    const computed = getComputedStyle(originals[i]!);
    for (const name of styles) element.style.setProperty(name, computed.getPropertyValue(name));
  });
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  const text = new XMLSerializer().serializeToString(copy);
  const metadata = described === undefined ? "" : metadataOf(described);
  return new Blob([text.replace(/<svg[^>]*>/, (open) => open + metadata)], {type: "image/svg+xml"});
}

const scale = 2; // pixels of the picture for each of the page

export async function pngOf(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error("The browser could not draw the picture."));
        else resolve(blob);
      }, "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

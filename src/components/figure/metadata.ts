import {escapeHtml} from "../build/html.js";

/** What a picture says of itself, so that whoever finds it finds the figure. */
export interface Described {
  /** What the chart says, in one sentence. */
  title: string;
  /** Where it is alive in this state. */
  address: string;
}

export const licence = "https://creativecommons.org/licenses/by/4.0/";

/** The metadata of an SVG, in the terms of Dublin Core. */
export function metadataOf({title, address}: Described): string {
  return [
    `<metadata>`,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    `<rdf:Description rdf:about="">`,
    `<dc:title>${escapeHtml(title)}</dc:title>`,
    `<dc:source>${escapeHtml(address)}</dc:source>`,
    `<dc:rights>${licence}</dc:rights>`,
    `</rdf:Description>`,
    `</rdf:RDF>`,
    `</metadata>`,
  ].join("");
}

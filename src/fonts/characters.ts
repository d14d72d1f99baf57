/**
 * The characters that fonts are cut down to. A test reads every page of the built site and fails
 * for a character that its font lacks; add it here, and the next build brings it along.
 */

const ascii = Array.from({length: 0x7f - 0x20}, (_, i) => String.fromCharCode(0x20 + i)).join("");

/** Prose, interface and charts. */
export const textCharacters = [
  ascii,
  "äöüßàâçéèêëíïîñóôúÄÖÜÉ", // names
  "–—‘’“”„…·•†‡§¶©°′″", // punctuation
  "+−±×÷·=≠≈<>≤≥∞√¹²³⁰⁴⁵⁶⁷⁸⁹⁻₀½¼", // arithmetic
  "←↑→↓↔△▽▴▾▸◂◆◇●○✓✕", // marks
  "µηαβΔ", // quantities
  "\u00a0\u2009\u202f\u2212\u2011", // spaces of three widths, minus, a hyphen that keeps its line
].join("");

const greek = "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩ";

/** KaTeX's fonts, by the name that KaTeX's style sheet calls them. */
export const mathCharacters: Readonly<Record<string, string>> = {
  "KaTeX_Main-Regular": `${ascii}\u00a0−±×÷·⋅=≠≈≡<>≤≥≪≫∞√∝∼∈∑∏∫→←⇒↦…⋯⌈⌉⌊⌋∣∥′${greek}`,
  "KaTeX_Main-Bold": `${ascii}−`,
  "KaTeX_Math-Italic": `${ascii}${greek}`,
  "KaTeX_Size1-Regular": "()[]{}⌈⌉⌊⌋/√∑∏∣∥",
  "KaTeX_Size2-Regular": "()[]{}⌈⌉⌊⌋/√∑∏∣∥",
  "KaTeX_Size3-Regular": "()[]{}⌈⌉⌊⌋/√",
  "KaTeX_Size4-Regular": "()[]{}⌈⌉⌊⌋/√⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎫⎬⎭⎪",
};

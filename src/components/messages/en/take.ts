/** Words with which a reader takes away what is shown: the entries of menus, and what is told then. */
export const take = {
  open: "More",
  link: "Copy link",
  embed: "Embed …",
  text: "Copy as text",
  typescript: "Copy as TypeScript",
  python: "Copy as Python",
  spreadsheet: "Copy as spreadsheet",
  cite: "Cite this view",
  copy: "Copy",
  citations: {text: "Plain text", bibtex: "BibTeX", markdown: "Markdown link"},
  copied: {
    link: "Link copied: it keeps all of what is chosen.",
    text: "Text copied, with sources and assumptions.",
    citation: (what: string) => `Copied: ${what}.`,
    typescript: "TypeScript copied, with the present numbers.",
    python: "Python copied, with the present numbers.",
    spreadsheet:
      "Cells copied: paste them into A1 of an empty sheet. LibreOffice asks whether to evaluate formulas: it should.",
  },
  refused: "The browser does not let this page copy. Here it is, to copy by hand.",
  refusedHere: "The browser does not let this page copy. It is selected, to copy by hand.",
  close: "Close",
  missing: (name: string) => `There is nothing to compute: nobody has told the ${name}.`,
};

/** Words of the dialog that hands a figure to another page. Fetched when it is opened. */
export const share = {
  title: "Show this on another page",
  close: "Close",
  ways: "Ways to show it elsewhere",
  way: {
    link: "Link",
    frame: "Frame",
    element: "Element",
    module: "Module",
    picture: "Picture",
    markdown: "Markdown",
  },
  about: {
    link: "Leads to the chapter, in the state that you see now.",
    frame:
      "For any page that takes an iframe. It runs by itself and takes the height that it needs.",
    element: "For a page of your own. One script, one tag; the tag’s attributes are its state.",
    module: "For a page that has scripts already. The element comes to life where you say.",
    picture: "A still picture, in light and in dark. Readers’ settings decide which they see.",
    markdown:
      "For a README, Substack, Medium: what strips scripts and frames leaves pictures and links.",
  },
  snippet: (way: string) => `To paste: ${way}`,
  copy: "Copy",
  copied: "Copied.",
  notCopied: "The browser did not let it be copied. It is marked now: press Ctrl+C or ⌘C.",
  choices: "How it is shown",
  theme: "Theme",
  themes: {auto: "As the reader’s", light: "Light", dark: "Dark"},
  hide: "Without controls",
  lock: "Lock",
  lockAll: "All",
  download: {
    name: (kind: string, theme: string) => `${kind}, ${theme}`,
    light: "light",
    dark: "dark",
  },
  built: "The site keeps both pictures, so nothing has to be uploaded.",
  upload: (light: string, dark: string) =>
    `Download both pictures and put them beside your page as ${light} and ${dark}.`,
  uploadOne: (file: string) =>
    `Download a picture, upload it, and put its address in the place of ${file}.`,
  device:
    "With my measured device: its bandwidth and its arithmetic go along, and nothing else of it",
  tex: "TeX between dollar signs: GitHub and many other places typeset it. The line beneath leads to where it is alive.",
  noDevice:
    "A measured device does not go along: the element shows its chapter’s machine. A frame can take it.",
  noPreview: (reason: string) => `There is no preview here. The browser says: ${reason}`,
  preview: "Preview",
  width: "Width",
  widths: {phone: "Phone, 320", wide: "Column, 700"},
};

export type ShareWords = typeof share;

import type {ShareWords} from "../messages/en/share.js";
import {make} from "./make.js";
import {pictureFiles, type Pictures} from "./ways.js";

const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

/** What the pictures of a drawing say of themselves. */
export interface Depicted {
  /** Of the figure: its files are called so. */
  name: string;
  title: string;
  /** Where it is alive in this state. */
  address: string;
}

export interface PicturePanel {
  /** Buttons that download the picture. */
  element: HTMLElement;
  /** Both pictures, one below the other. */
  show(stage: HTMLElement): Promise<void>;
  /** Gives their memory back. */
  end(): void;
}

/** The drawing as it is now, as files in both themes. */
export function picturePanel(
  words: ShareWords,
  {name, title, address}: Depicted,
  drawing: () => SVGSVGElement,
): PicturePanel {
  const picture = async (theme: Theme): Promise<Blob> => {
    const {svgOf} = await import("../figure/export.js");
    return svgOf(drawing(), {theme, described: {title, address}});
  };
  const download = (kind: "SVG" | "PNG", theme: Theme): HTMLElement => {
    const label = words.download.name(kind, words.download[theme]);
    const button = make("button", {type: "button", "data-download": `${kind}-${theme}`}, label);
    button.addEventListener("click", async () => {
      const {pngOf, save} = await import("../figure/export.js");
      const svg = await picture(theme);
      const file = pictureFiles(name, kind.toLowerCase())[theme];
      save(kind === "SVG" ? svg : await pngOf(svg), file);
    });
    return button;
  };
  let shown: Pictures | undefined;
  return {
    element: make(
      "div",
      {class: "share-downloads"},
      ...themes.flatMap((theme) => [download("SVG", theme), download("PNG", theme)]),
    ),
    async show(stage) {
      shown ??= {
        light: URL.createObjectURL(await picture("light")),
        dark: URL.createObjectURL(await picture("dark")),
      };
      const pictures = themes.map((theme) => make("img", {src: shown![theme], alt: title}));
      stage.replaceChildren(...pictures);
    },
    end: () => Object.values(shown ?? {}).forEach((url) => URL.revokeObjectURL(url)),
  };
}

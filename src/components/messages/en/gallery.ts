/** Words of the chapter that shows figures on other pages, and of the page that shows them there. */
export const gallery = {
  ways: {
    link: "a link",
    frame: "a frame",
    element: "an element",
    module: "a module",
    picture: "a picture",
    markdown: "Markdown",
  },
  pasted: (way: string) => `What was pasted: ${way}`,
  host: {
    title: (way: string) => `Somebody else’s page, with ${way}`,
    blog: "A blog of somebody else",
    heading: "Why I let four people share my graphics card",
    before:
      "I believed that four readers need four times as long. Then I found this figure. Drag the number of readers, if it lets you.",
    after: "So now four of us share it, and nobody waits longer than I did alone.",
  },
  all: "All frames",
  frame: "Figure",
  name: "Name",
  chapter: "Chapter",
  pictures: "Picture",
  light: "light",
  dark: "dark",
};

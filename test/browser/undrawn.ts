/**
 * Names of the figures in which no mark can be seen, e.g. ["roofline"]. Runs in the page and takes
 * nothing from outside.
 */
export function undrawnFigures(): string[] {
  const isSeen = (mark: Element): boolean => {
    const {width, height} = mark.getBoundingClientRect();
    return width + height > 0 && mark.checkVisibility({visibilityProperty: true});
  };
  return [...document.querySelectorAll<HTMLElement>("[data-figure]")]
    .filter(
      (figure) => ![...figure.querySelectorAll("svg :is(path, line, rect, circle)")].some(isSeen),
    )
    .map((figure) => figure.dataset["figure"] ?? "");
}

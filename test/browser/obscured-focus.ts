/**
 * What lies wholly beneath something else while it has the focus, e.g. ["a.skip"] (WCAG 2.4.11).
 * Runs in the page and takes nothing from outside.
 */
export async function obscuredFocus(): Promise<string[]> {
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [tabindex]",
    ),
  ].filter(
    (stop) =>
      stop.tabIndex >= 0 &&
      !stop.matches(":disabled") &&
      stop.checkVisibility({visibilityProperty: true}),
  );
  const obscured: string[] = [];
  for (const stop of stops) {
    stop.focus();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const corners = [...stop.getClientRects()].flatMap(({left, right, top, bottom}) =>
      [0.1, 0.5, 0.9].flatMap((share) =>
        [0.1, 0.5, 0.9].map((other) => [
          left + share * (right - left),
          top + other * (bottom - top),
        ]),
      ),
    );
    const isSeen = corners.some(([x, y]) => {
      const there = document.elementFromPoint(x!, y!);
      return there !== null && (stop.contains(there) || there.contains(stop) || isLabelOf(there));
    });
    if (!isSeen) {
      const name = stop.getAttribute("aria-label") ?? stop.textContent?.trim().slice(0, 40);
      obscured.push(`${stop.localName}.${stop.className} "${name}"`);
    }

    function isLabelOf(there: Element): boolean {
      return there.closest("label")?.contains(stop) ?? false;
    }
  }
  return obscured;
}

import type {Page} from "../page/context.js";

const reach = 28; // CSS px from the pointer in which a mark answers

/**
 * Lets a reader ask each mark of a chart what it is: by pointing near it, by touch, or by walking
 * from mark to mark with the arrow keys. The chart is one stop of the Tab key.
 */
export function attachPoints(canvas: HTMLElement, page: Page): void {
  const label = document.createElement("div");
  label.className = "point-label";
  label.hidden = true;
  label.setAttribute("role", "status");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "group");
  canvas.setAttribute("aria-label", page.words.figures.explore);
  canvas.append(label);

  const points = (): SVGElement[] =>
    [...canvas.querySelectorAll<SVGElement>("svg .point")]
      .filter((point) => point.checkVisibility({visibilityProperty: true}))
      .sort((a, b) => place(a).x - place(b).x || place(a).y - place(b).y);
  let current: SVGElement | undefined;

  const show = (point: SVGElement | undefined): void => {
    if (point !== current) current?.classList.remove("asked");
    else if (point === undefined) return;
    current = point;
    label.hidden = point === undefined;
    if (point === undefined) return;
    point.classList.add("asked");
    const text = point.dataset["label"] ?? "";
    if (label.textContent !== text) label.textContent = text; // it may be another than a moment ago
    const {x, y} = place(point);
    const {left, top, width} = canvas.getBoundingClientRect();
    const magnified = width / canvas.offsetWidth; // while the chart is shown to an audience
    const across = (x - left) / magnified;
    const toTheLeft = across > canvas.offsetWidth / 2;
    label.style.left = toTheLeft ? "" : `${across + 12}px`;
    label.style.right = toTheLeft ? `${canvas.offsetWidth - across + 12}px` : "";
    label.style.top = `${Math.max(0, (y - top) / magnified - 14)}px`;
  };

  canvas.addEventListener("pointermove", ({clientX, clientY}) => {
    show(nearest(points(), clientX, clientY));
  });
  canvas.addEventListener("pointerdown", ({clientX, clientY}) => {
    show(nearest(points(), clientX, clientY));
  });
  canvas.addEventListener("pointerleave", () => show(undefined));
  canvas.addEventListener("blur", () => show(undefined));
  canvas.addEventListener("keydown", (event) => {
    const all = points();
    const at = current === undefined ? -1 : all.indexOf(current);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: Math.min(all.length - 1, at + 1),
      ArrowDown: Math.min(all.length - 1, at + 1),
      ArrowLeft: Math.max(0, at - 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: all.length - 1,
      Escape: -1,
    };
    const next = steps[event.key];
    if (next === undefined || (next === -1 && current === undefined)) return;
    event.preventDefault();
    show(all[next]);
  });
}

function place(point: SVGElement): {x: number; y: number} {
  const {left, top, width, height} = point.getBoundingClientRect();
  return {x: left + width / 2, y: top + height / 2};
}

function nearest(points: readonly SVGElement[], x: number, y: number): SVGElement | undefined {
  let found: SVGElement | undefined;
  let distance = reach;
  for (const point of points) {
    const at = place(point);
    const here = Math.hypot(at.x - x, at.y - y);
    if (here < distance) [found, distance] = [point, here];
  }
  return found;
}

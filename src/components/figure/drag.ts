import type {View} from "../../lib/scenario/view.js";
import type {Page} from "../page/context.js";
import type {Chart, Layout, Place} from "./chart.js";

const tapReach = 6; // CSS px that a finger may stray and still have tapped

/**
 * Lets a reader move a part of the drawing itself, where its chart says what can be taken hold of.
 * A mouse moves it at once. A finger that lies on something of the class "grip" moves it too;
 * elsewhere it scrolls the page, and a tap takes hold of what it meets without moving it.
 */
export function attachDrag(
  canvas: HTMLElement,
  chart: Chart,
  page: Page,
  now: () => {view: View; layout: Layout},
): void {
  const {hold} = chart;
  if (hold === undefined) return;
  let held: ReturnType<typeof hold>;
  let aside = 0; // CSS px from where a finger came down to the middle of the grip
  let tapped: Place | undefined; // where a finger came down that may want to scroll

  /** A place on the screen, in the drawing's own pixels. */
  const placeOf = ({clientX, clientY}: PointerEvent): Place => {
    const {left, top, scale} = drawingIn(canvas);
    return {x: (clientX - left) / scale, y: (clientY - top) / scale};
  };
  /** A grip is as wide as a finger, and what it moves may be narrow: it lies in its middle. */
  const middleOf = (grip: Element): number => {
    const {left, width} = grip.getBoundingClientRect();
    const drawing = drawingIn(canvas);
    return (left + width / 2 - drawing.left) / drawing.scale;
  };
  const follow = (move: NonNullable<typeof held>, event: PointerEvent, settled: boolean): void => {
    const {x, y} = placeOf(event);
    page.change(move({x: x + aside, y}), settled);
  };
  const letGo = (): void => {
    held = undefined;
    aside = 0;
    tapped = undefined;
    canvas.classList.remove("held");
  };

  canvas.addEventListener("pointerdown", (event) => {
    const {target, button, pointerType, pointerId} = event;
    if (button !== 0 || !(target instanceof Element) || target.closest("svg") === null) return;
    const {view, layout} = now();
    const place = placeOf(event);
    const touched = pointerType === "touch";
    const grip = touched ? target.closest(".grip") : null;
    aside = grip === null ? 0 : middleOf(grip) - place.x;
    held = hold({...place, x: place.x + aside}, view, layout, page);
    if (held === undefined) return;
    if (touched && grip === null) {
      tapped = place;
      return;
    }
    event.preventDefault(); // no text is selected on the way
    canvas.focus({preventScroll: true});
    canvas.classList.add("held");
    canvas.setPointerCapture(pointerId);
    follow(held, event, false);
  });
  // Comes after pointerdown: what is held does not scroll the page. (touch-action does not reach a
  // shape without paint.)
  const stay = (event: Event): void => {
    if (held !== undefined && tapped === undefined) event.preventDefault();
  };
  canvas.addEventListener("touchstart", stay, {passive: false});
  canvas.addEventListener("pointermove", (event) => {
    if (held !== undefined && tapped === undefined) follow(held, event, false);
  });
  canvas.addEventListener("pointerup", (event) => {
    if (held === undefined) return;
    const place = placeOf(event);
    if (tapped === undefined) follow(held, event, true);
    else if (Math.hypot(place.x - tapped.x, place.y - tapped.y) < tapReach) {
      page.change(held(tapped), true);
    }
    letGo();
  });
  canvas.addEventListener("pointercancel", letGo);
}

/** Where the drawing lies on the screen, and how many CSS pixels one of its own takes there. */
function drawingIn(canvas: HTMLElement): {left: number; top: number; scale: number} {
  const svg = canvas.querySelector("svg")!;
  const {left, top, width} = svg.getBoundingClientRect();
  return {left, top, scale: width / svg.viewBox.baseVal.width};
}

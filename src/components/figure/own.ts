import {isOwnMachine} from "../../lib/catalog/own-machine.js";

/**
 * The reader's own device on a chart: magenta, with a ring around its dot and its name beside it, so
 * that it is told from the other machines without its colour too.
 */

/** A class for what stands for a machine: a mark, a line or its name. " yours" or "". */
export function ownClass(machine: string): string {
  return isOwnMachine(machine) ? " yours" : "";
}

const gap = 3.5; // CSS px between a dot and its ring

/** Draws rings around the dots of the reader's own device, over everything else. */
export function ringOwn(drawing: SVGSVGElement): void {
  drawing.querySelectorAll(".own-ring").forEach((old) => old.remove());
  for (const dot of drawing.querySelectorAll<SVGCircleElement>("circle.yours")) {
    const number = (name: string): number => Number(dot.getAttribute(name));
    const ring = document.createElementNS("http://www.w3.org/2000/svg", "ellipse");
    ring.setAttribute("class", `own-ring${dot.closest(".veil") === null ? "" : " veil"}`);
    ring.setAttribute("cx", String(number("cx")));
    ring.setAttribute("cy", String(number("cy")));
    ring.setAttribute("rx", String(number("r") + gap));
    ring.setAttribute("ry", String(number("r") + gap));
    drawing.append(ring);
  }
}

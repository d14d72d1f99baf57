import type {Attach} from "../page/context.js";

/**
 * A touch of a row of the list pins its machine; the one that was pinned before becomes the second.
 * Whoever uses no pointer has the two lists of machines beneath.
 */
export const attachPins: Attach = (figure, page) => {
  figure.addEventListener("click", ({target}) => {
    const row = target instanceof Element ? target.closest("[data-pin]") : null;
    const machine = row?.getAttribute("data-pin");
    const {name} = page.view().machine;
    if (machine === null || machine === undefined || machine === name) return;
    page.change({machine, rival: name});
  });
};

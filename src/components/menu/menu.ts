/** The one quiet menu of a figure or an equation: closed until it is asked, left by Escape. */
export interface Menu {
  /** What is put into the page: a word that opens a list. */
  element: HTMLElement;
  /** Adds a button; the menu closes before it acts. */
  action(label: string, act: () => void | Promise<void>): void;
  /** Adds what acts by itself, such as a link. */
  entry(content: HTMLElement): void;
}

/** Makes an empty menu, which this word opens. */
export function createMenu(label: string): Menu {
  const element = document.createElement("details");
  element.className = "menu";
  const summary = element.appendChild(document.createElement("summary"));
  summary.textContent = label;
  const list = element.appendChild(document.createElement("ul"));

  summary.addEventListener("click", () => openWhereRoomIs(element, summary, list));
  element.addEventListener("keydown", ({key}) => {
    if (key !== "Escape" || !element.open) return;
    element.open = false;
    summary.focus();
  });
  document.addEventListener("pointerdown", ({target}) => {
    if (element.open && target instanceof Node && !element.contains(target)) element.open = false;
  });

  const entry = (content: HTMLElement): void => {
    list.appendChild(document.createElement("li")).append(content);
  };
  return {
    element,
    entry,
    action(label, act) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", () => {
        element.open = false;
        summary.focus();
        void act();
      });
      entry(button);
    },
  };
}

const margin = 10; // px that stay free between the list and the edge of the window

/** The list opens to the side on which the window has more room, and scrolls where that is little. */
function openWhereRoomIs(menu: HTMLElement, summary: HTMLElement, list: HTMLElement): void {
  const {top, bottom} = summary.getBoundingClientRect();
  const below = innerHeight - bottom;
  menu.dataset["side"] = top > below ? "above" : "below";
  list.style.maxHeight = `${Math.max(top, below) - margin}px`;
}

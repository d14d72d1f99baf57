export type Move = "next" | "back" | "first" | "last" | "leave";

const moves: Readonly<Record<string, Move>> = {
  PageDown: "next", // what clickers send
  PageUp: "back",
  ArrowRight: "next",
  ArrowDown: "next",
  ArrowLeft: "back",
  ArrowUp: "back",
  Home: "first",
  End: "last",
  Escape: "leave",
};

/** What a key asks of the presentation. A slider, a list or a chart that has the focus keeps its keys. */
export function moveFor(event: KeyboardEvent): Move | undefined {
  const {key, target, shiftKey} = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const move = key === " " ? (shiftKey ? "back" : "next") : moves[key];
  if (move === "leave" || key === "PageDown" || key === "PageUp") return move;
  const hasKeys =
    target instanceof Element &&
    target.closest("input, select, textarea, button, summary, a, [role=tab], .canvas") !== null;
  return hasKeys ? undefined : move;
}

/**
 * Keeps one tab of a list selected and in the line of the Tab key; arrow keys walk from tab to tab.
 * The list and its first selected tab stand there already.
 *
 * @param select told the place of a tab whenever it is chosen
 */
export function attachTabs(list: HTMLElement, select: (chosen: number) => void): void {
  const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const choose = (chosen: number): void => {
    tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
    });
    select(chosen);
  };
  const steps: Readonly<Record<string, (from: number) => number>> = {
    ArrowRight: (from) => (from + 1) % tabs.length,
    ArrowLeft: (from) => (from + tabs.length - 1) % tabs.length,
    Home: () => 0,
    End: () => tabs.length - 1,
  };
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => choose(i));
    tab.addEventListener("keydown", (event) => {
      const next = steps[event.key]?.(i);
      if (next === undefined) return;
      event.preventDefault();
      choose(next);
      tabs[next]!.focus();
    });
  });
}

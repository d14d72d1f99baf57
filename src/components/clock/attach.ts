import {isOwnMachine} from "../../lib/catalog/own-machine.js";
import {conversations, momentOf, type Conversation} from "../../lib/scenario/conversation.js";
import type {Attach, Page} from "../page/context.js";
import {factorFor, faceOf, roundOf, type By, type Face} from "./face.js";

/**
 * Starts and stops the two clocks. They run only after the reader has pressed start, begin anew when
 * the scenario changes, and jump to the end for whoever asks for less motion.
 */
export const attachClock: Attach = (element, page) => {
  const button = element.querySelector<HTMLButtonElement>(".clock-start")!;
  const status = element.querySelector<HTMLElement>("[role=status]")!;
  const dials = [...element.querySelectorAll<HTMLElement>(".clock")].map(dialIn);
  const fast = element.querySelector<HTMLElement>('[value="fast"] + span')!;
  const chosen = (group: string): string =>
    element.querySelector<HTMLInputElement>(`[name$="-${group}"]:checked`)!.value;
  const texts = page.words.clock;

  let both: readonly Conversation[] = [];
  let elapsed: number | null = null; // s of the machines' time; null before the start
  let frame = 0;
  let before = 0; // ms, of the frame before

  const by = (): By => (chosen("by") === "roof" ? "roof" : "forecast");
  const once = (): number => roundOf(both, by());

  const show = (): void => {
    both.forEach((conversation, i) => {
      const moment = elapsed === null ? null : momentOf(conversation, by(), elapsed);
      dials[i]!.show(conversation.machine, faceOf(conversation, moment, by(), once(), page));
    });
    fast.textContent = texts.faster(page.numbers.whole(factorFor(once())));
    button.textContent = frame === 0 ? texts.start : texts.stop;
  };
  const stop = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
  };
  const finish = (): void => {
    stop();
    elapsed = once();
    show();
    status.textContent = finishedWords(both, by(), page);
  };
  const tick = (now: number): void => {
    const factor = chosen("pace") === "real" ? 1 : factorFor(once());
    elapsed = (elapsed ?? 0) + ((now - before) / 1000) * factor;
    before = now;
    if (elapsed >= once()) return finish();
    frame = requestAnimationFrame(tick);
    show();
  };
  const start = (): void => {
    status.textContent = "";
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return finish();
    if (elapsed === null || elapsed >= once()) elapsed = 0;
    before = performance.now();
    frame = requestAnimationFrame(tick);
    show();
  };
  const reset = (): void => {
    stop();
    elapsed = null;
    status.textContent = "";
    show();
  };

  button.addEventListener("click", () => {
    if (frame === 0) return start();
    stop();
    show();
  });
  for (const choice of element.querySelectorAll('[name$="-by"]')) {
    choice.addEventListener("change", reset);
  }
  page.watch((view) => {
    both = conversations(view, page.catalog);
    reset();
  });
};

/** What a screen reader says at the end: when each machine began to answer, and when it was done. */
function finishedWords(both: readonly Conversation[], by: By, {words, numbers}: Page): string {
  return both
    .map(({machine, read, total}) =>
      words.clock.finished(machine, numbers.seconds(read[by]), numbers.seconds(total[by])),
    )
    .join(" ");
}

/** The parts of one clock, and how they follow its face. */
function dialIn(clock: HTMLElement): {show(machine: string, face: Face): void} {
  const part = <Part extends Element>(selector: string) => clock.querySelector<Part>(selector)!;
  const parts = {
    name: part(".clock-name"),
    time: part(".clock-time"),
    state: part(".clock-state"),
    hand: part(".dial-hand"),
    plannedRead: part(".planned.compute"),
    plannedWrite: part(".planned.memory"),
    doneRead: part(".done.compute"),
    doneWrite: part(".done.memory"),
  };
  const write = (element: Element, text: string): void => {
    if (element.textContent !== text) element.textContent = text;
  };
  return {
    show(machine, {planned, done, hand, time, state}) {
      write(parts.name, machine);
      parts.name.classList.toggle("yours", isOwnMachine(machine));
      write(parts.time, time);
      write(parts.state, state);
      parts.hand.setAttribute("transform", `rotate(${hand.toFixed(2)} 100 100)`);
      parts.plannedRead.setAttribute("d", planned.read);
      parts.plannedWrite.setAttribute("d", planned.write);
      parts.doneRead.setAttribute("d", done.read);
      parts.doneWrite.setAttribute("d", done.write);
    },
  };
}

import type {ShareWords} from "../messages/en/share.js";
import {make} from "./make.js";
import type {SharedSettings} from "./ways.js";

/** A control that a frame has: its name in addresses, and its label. */
export interface Lockable {
  name: string;
  label: string;
}

export interface SettingsPanel {
  element: HTMLElement;
  settings(): SharedSettings;
  /** Offers these controls to be locked. */
  offer(controls: readonly Lockable[]): void;
}

/** Theme, without controls, and which controls are locked. */
export function settingsPanel(words: ShareWords, changed: () => void): SettingsPanel {
  const theme = make("select", {"data-choice": "theme"});
  for (const [value, label] of Object.entries(words.themes)) {
    theme.append(make("option", {value}, label));
  }
  const hide = box("hide", words.hide);
  const locks = make("fieldset", {hidden: ""}, make("legend", {}, words.lock));
  const element = make(
    "div",
    {class: "share-settings", role: "group", "aria-label": words.choices},
    make("label", {}, words.theme, " ", theme),
    hide.label,
    locks,
  );
  element.addEventListener("change", ({target}) => {
    keepAllApart(locks, target);
    changed();
  });
  return {
    element,
    settings: () => ({
      theme: theme.value as SharedSettings["theme"],
      hidesControls: hide.input.checked,
      locked: lockedIn(locks),
    }),
    offer(controls) {
      if (controls.length === 0 || !locks.hidden) return;
      locks.hidden = false;
      const all = {name: "all", label: words.lockAll};
      for (const {name, label} of [...controls, all]) locks.append(box(name, label).label);
    },
  };
}

/** A box with its label, e.g. "Without controls". */
export function box(name: string, text: string): {label: HTMLElement; input: HTMLInputElement} {
  const input = make("input", {type: "checkbox", "data-choice": name});
  return {label: make("label", {class: "share-box"}, input, " ", make("span", {}, text)), input};
}

function lockedIn(locks: HTMLElement): string[] {
  const checked = [...locks.querySelectorAll<HTMLInputElement>("input:checked")];
  return checked.map(({dataset}) => dataset["choice"] ?? "");
}

/** Whoever locks all need not lock one, and the other way round. */
function keepAllApart(locks: HTMLElement, target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || !locks.contains(target) || !target.checked) return;
  const isAll = target.dataset["choice"] === "all";
  for (const input of locks.querySelectorAll("input")) {
    if ((input.dataset["choice"] === "all") !== isAll) input.checked = false;
  }
}

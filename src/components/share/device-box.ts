import {shownRun} from "../../lib/scenario/own-run.js";
import {withDevice} from "../../lib/device/linked-device.js";
import type {ShareWords} from "../messages/en/share.js";
import type {Page} from "../page/context.js";
import {make} from "./make.js";
import {box} from "./settings-panel.js";

export interface DeviceBox {
  element: HTMLElement;
  isTicked(): boolean;
  /** An address, with the device in it where the reader wants that. */
  tell(address: string): string;
}

/** The box by which a measured device goes along. It is there where one has been measured, and never ticked by itself. */
export function deviceBox(words: ShareWords, {catalog}: Page, changed: () => void): DeviceBox {
  const {own, report} = shownRun(catalog);
  if (!own) return {element: make("div"), isTicked: () => false, tell: (address) => address};
  const {label, input} = box("device", words.device);
  input.addEventListener("change", changed);
  return {
    element: label,
    isTicked: () => input.checked,
    tell: (address) => (input.checked ? withDevice(address, report) : address),
  };
}

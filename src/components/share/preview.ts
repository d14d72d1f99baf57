import {make} from "./make.js";
import type {Lockable} from "./settings-panel.js";
import {frameAddress, type Shared} from "./ways.js";

/** What a frame in the preview tells of itself. */
export interface Told {
  height?: number;
  controls?: readonly Lockable[];
  /** Path of the chapter with whose scenario it begins. */
  chapter?: string;
}

/** The frame as it will stand on the other page; `told` is called when it is ready, and grows. */
export function framePreview(told: (what: Told) => void): {
  element: HTMLIFrameElement;
  show(shared: Shared): void;
  end(): void;
} {
  const frame = make("iframe");
  const listen = ({data, source}: MessageEvent<unknown>): void => {
    if (source !== frame.contentWindow || typeof data !== "object" || data === null) return;
    const {type, height} = data as {type?: unknown; height?: unknown};
    if (type === "inference-arithmetic:height" && Number.isFinite(height)) {
      frame.style.height = `${height as number}px`;
      told({height: height as number});
    }
    if (type === "inference-arithmetic:ready") told(aliveIn(frame));
  };
  addEventListener("message", listen);
  return {
    element: frame,
    show(shared) {
      const address = frameAddress(shared);
      frame.title = shared.title;
      if (frame.src !== address) frame.src = address;
    },
    end: () => removeEventListener("message", listen),
  };
}

/** Whose figure it is, and what can be moved; nothing, where a page around this one forbids to look. */
function aliveIn({contentDocument}: HTMLIFrameElement): Told {
  const chapter = contentDocument?.querySelector<HTMLElement>("[data-frame]")?.dataset["chapter"];
  const controls = contentDocument?.querySelectorAll<HTMLElement>("[data-control]") ?? [];
  const lockable = [...controls].map((control) => ({
    name: control.dataset["control"] ?? "",
    label: control.querySelector("label[data-symbol], legend")?.textContent ?? "",
  }));
  return {controls: lockable, ...(chapter !== undefined && {chapter})};
}

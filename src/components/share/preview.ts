import {heightWithin} from "../embed/snippet.js";
import {messageVersion} from "../embed/tell-parent.js";
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
  const listen = ({data, origin, source}: MessageEvent<unknown>): void => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    if (typeof data !== "object" || data === null) return;
    const {type, version, height} = data as Record<"type" | "version" | "height", unknown>;
    if (version !== messageVersion) return;
    if (type === "inference-arithmetic:height" && typeof height === "number") {
      if (!Number.isFinite(height)) return;
      const shown = heightWithin(height);
      frame.style.height = `${shown}px`;
      told({height: shown});
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

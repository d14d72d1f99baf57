import {instantiateKernels, type Kernels} from "../engine/kernels.js";
import {clockOf, clockResolution} from "./clock.js";
import {readLoop} from "./ladder.js";
import type {Answer, Order, Task} from "./messages.js";
import {multiplyBytes, multiplyLoop} from "./multiply.js";
import {recordUntil, type Loop} from "./recording.js";

/** What a worker's global scope is used for. */
export interface WorkerScope {
  readonly performance: Performance;
  postMessage(answer: Answer): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Order>) => void): void;
}

/**
 * Makes a worker measure what the page orders. It has a memory of its own, so that it works where
 * memory may not be shared, and does one thing at a time.
 */
export function serveMeasurements(scope: WorkerScope): void {
  const clock = clockOf(scope.performance);
  let loops: ((task: Task) => Loop) | undefined;

  const obey = async (order: Order): Promise<Answer> => {
    if (order.kind === "prepare") {
      loops = await prepare(order);
      return {kind: "prepared", timerResolution: clockResolution(clock)};
    }
    if (loops === undefined) throw new Error("The worker was not prepared.");
    const loop = loops(order.task);
    if (order.kind === "get ready") return {kind: "ready"};
    const {seconds, amounts} = recordUntil(loop, clock, order);
    return {kind: "ran", recording: {seconds, amounts}};
  };

  scope.addEventListener("message", ({data}) => {
    obey(data).then(
      (answer) => scope.postMessage(answer),
      (error: unknown) => scope.postMessage({kind: "failed", message: String(error)}),
    );
  });
}

const firstByte = 65_536; // before it, the kernels keep constants of their own

/** A memory full of numbers, and the loops over it. */
async function prepare({
  kernels: module,
  bytes,
}: {
  kernels: WebAssembly.Module;
  bytes: number;
}): Promise<(task: Task) => Loop> {
  const pages = Math.ceil((firstByte + multiplyBytes + bytes) / 65_536);
  const memory = new WebAssembly.Memory({initial: pages, maximum: pages});
  const kernels: Kernels = await instantiateKernels(module, memory);
  const pointer = firstByte + multiplyBytes;
  fill(new Uint8Array(memory.buffer, pointer));

  // One at a time: the loops that multiply lie in the same place, and each fills it anew.
  let made: {key: string; loop: Loop} | undefined;
  return (task) => {
    const key = JSON.stringify(task);
    if (made?.key !== key) {
      const loop =
        task.kind === "read"
          ? readLoop(kernels, pointer, task)
          : multiplyLoop(kernels, memory, firstByte, task);
      made = {key, loop};
    }
    return made.loop;
  };
}

/**
 * Writes to every page: what was never written all reads from one page of zeros, which lies in the
 * first cache.
 */
function fill(bytes: Uint8Array): void {
  const piece = Math.min(bytes.length, 65_536);
  for (let at = 0; at < piece; at++) bytes[at] = (at * 167) % 251;
  for (let filled = piece; filled < bytes.length; filled *= 2) {
    bytes.copyWithin(filled, 0, Math.min(filled, bytes.length - filled));
  }
}

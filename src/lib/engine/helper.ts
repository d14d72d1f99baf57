import {instantiateKernels} from "./kernels.js";
import {Network} from "./network.js";
import type {Helper, HelperSetup} from "./session.js";
import {CommandBoard} from "./team.js";

/** Longest that a worker may take to start before the model does without it. Milliseconds. */
const patience = 5000;

/** First message to a worker that is to be a thread, where a page's would be a job. */
export interface HelpMessage {
  help: HelperSetup;
}

/**
 * Starts a worker as a thread of the team. Undefined where that cannot be: the model then works
 * with fewer.
 */
export async function startHelper(start: () => Worker): Promise<Helper | undefined> {
  let worker: Worker;
  try {
    worker = start();
  } catch {
    return undefined;
  }
  const isReady = await new Promise<boolean>((resolve) => {
    worker.onmessage = () => resolve(true);
    worker.onerror = () => resolve(false);
    setTimeout(() => resolve(false), patience);
  });
  if (!isReady) {
    worker.terminate();
    return undefined;
  }
  return {
    begin: (help) =>
      new Promise((resolve, reject) => {
        worker.onmessage = () => resolve();
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage({help} satisfies HelpMessage);
      }),
  };
}

/**
 * The life of such a worker: it makes the passes that the first thread writes on the board, and
 * never comes back. It ends with the worker that started it.
 */
export async function help(setup: HelperSetup, isReady: () => void): Promise<never> {
  const {module, memory, shape, weights, workspace, command, contextLength, thread, threads} =
    setup;
  const kernels = await instantiateKernels(module, memory);
  const options = {contextLength, thread, threads};
  const network = new Network(kernels, memory, shape, weights, workspace, options);
  const board = new CommandBoard(memory, command, contextLength);
  isReady();
  for (;;) {
    const {tokens, position, wanted} = board.take();
    network.forward(tokens, position, wanted);
  }
}

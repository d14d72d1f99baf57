import type {Wanted} from "./network.js";

/** One forward pass, as every thread of a team has to make it. */
export interface Pass {
  tokens: ArrayLike<number>;
  position: number;
  wanted: Wanted;
}

const wantedNumbers: readonly Wanted[] = ["last", "all", "none"];

const SEQUENCE = 0; // grows by one with each pass
const COUNT = 1;
const POSITION = 2;
const WANTED = 3;
const TOKENS = 4;

/** Times that a waiting thread looks before it goes to sleep: some tens of microseconds. */
const looks = 20_000;

/** Bytes of the board for a context of so many tokens. */
export function commandBytes(contextLength: number): number {
  return 4 * (TOKENS + contextLength);
}

/**
 * A board in shared memory on which the first thread writes what all do next. The others sleep in
 * front of it, without an event loop: a message would take longer than a small model's step.
 *
 * A pass is written only after the one before it is done, and no thread is done before all have
 * begun, since they wait for each other within it: so nothing is overwritten that is still read.
 */
export class CommandBoard {
  readonly #board: Int32Array;
  #seen = 0;

  constructor(memory: WebAssembly.Memory, pointer: number, contextLength: number) {
    this.#board = new Int32Array(memory.buffer, pointer, TOKENS + contextLength);
  }

  /** Written by the first thread. */
  give({tokens, position, wanted}: Pass): void {
    const board = this.#board;
    board[COUNT] = tokens.length;
    board[POSITION] = position;
    board[WANTED] = wantedNumbers.indexOf(wanted);
    board.set(tokens, TOKENS);
    Atomics.add(board, SEQUENCE, 1);
    Atomics.notify(board, SEQUENCE);
  }

  /** Waits for the next pass; called by every other thread. */
  take(): Pass {
    const board = this.#board;
    for (let i = 0; i < looks && Atomics.load(board, SEQUENCE) === this.#seen; i++);
    while (Atomics.load(board, SEQUENCE) === this.#seen) {
      Atomics.wait(board, SEQUENCE, this.#seen);
    }
    this.#seen = Atomics.load(board, SEQUENCE);
    return {
      tokens: board.slice(TOKENS, TOKENS + board[COUNT]!),
      position: board[POSITION]!,
      wanted: wantedNumbers[board[WANTED]!]!,
    };
  }
}

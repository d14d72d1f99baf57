import {workingBytes} from "../arithmetic/conversation.js";
import type {View} from "./view.js";

/** What lies in the machine's memory: weights, one conversation for each reader, room to work in. */
export interface MemoryStack {
  /** bytes */
  weights: number;
  /** bytes of one reader's conversation */
  conversation: number;
  readers: number;
  /** bytes of all conversations */
  conversations: number;
  /** bytes that the program needs beside them */
  working: number;
  /** bytes of the machine, where they are known: no page can ask a reader's device for them */
  memory: number | undefined;
  /** bytes that are left; below zero where something does not fit */
  free: number | undefined;
  /** Readers whose conversations fit beside the weights; infinite where a conversation has no tokens. */
  readersThatFit: number | undefined;
  /**
   * Whether all of it fits, all but the room to work in, not all conversations, or not the model;
   * "untold" where the memory is not known.
   */
  state: "fits" | "tight" | "full" | "noModel" | "untold";
}

export function memoryStack({scenario, estimate, model, machine}: View): MemoryStack {
  const {weights, kvCache} = estimate.bytes;
  const {memoryBytes: memory} = machine.hardware;
  const working = workingBytes(model.architecture);
  const conversation = kvCache / scenario.batch;
  return {
    weights,
    conversation,
    readers: scenario.batch,
    conversations: kvCache,
    working,
    memory,
    free: memory === undefined ? undefined : memory - estimate.bytes.total - working,
    readersThatFit:
      memory === undefined ? undefined : Math.max(0, Math.floor((memory - weights) / conversation)),
    state: stateOf(weights, kvCache, working, memory),
  };
}

function stateOf(
  weights: number,
  conversations: number,
  working: number,
  memory: number | undefined,
): MemoryStack["state"] {
  if (memory === undefined) return "untold";
  if (weights > memory) return "noModel";
  if (weights + conversations > memory) return "full";
  return weights + conversations + working > memory ? "tight" : "fits";
}

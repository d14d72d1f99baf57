import type {Format} from "../../../lib/arithmetic/format.js";
import type {MachineClass} from "../../../lib/arithmetic/hardware.js";

/** Labels and spoken values of the sliders and choices. */
export const controls = {
  model: "Model",
  machine: "Machine",
  rival: "Against",
  format: "Precision",
  modelSize: "Model size",
  bits: "Bits per weight",
  batch: "Readers at once",
  context: "Tokens of conversation",
  promptTokens: "Tokens of the prompt",
  answerTokens: "Tokens of the answer",
  devices: "GPUs that share the model",
  speed: "Wanted speed",
  own: "Your own",
  less: (label: string) => `${label}: less`,
  more: (label: string) => `${label}: more`,
  typed: (label: string) => `${label}, typed`,
  readers: (count: number, digits: string) => (count === 1 ? "one reader" : `${digits} readers`),
  tokens: (count: number, digits: string) => (count === 1 ? "one token" : `${digits} tokens`),
  gpus: (count: number, digits: string) => (count === 1 ? "one GPU" : `${digits} GPUs`),
  tokensPerSecond: (digits: string) => `${digits} tokens per second`,
  bitsPerWeight: (digits: string, format: string) => `${digits} bits per weight, ${format}`,
  machineClasses: {
    apple: "Apple silicon",
    geforce: "NVIDIA GeForce and RTX",
    radeon: "AMD and Intel cards",
    datacenter: "Data centre",
    legacy: "Old cards",
    unified: "One memory for all",
    cpu: "Processors",
    board: "Boards and phones",
  } satisfies Record<MachineClass, string>,
  formatKinds: {
    ideal: "Every weight so many bits",
    block: "Block formats, every matrix",
    "tensor mix": "Files, tensor by tensor",
    "published mix": "Files, by published size",
  } satisfies Record<Format["kind"], string>,
  parameters: (model: string, amount: string) => `${model}, ${amount} parameters`,
};

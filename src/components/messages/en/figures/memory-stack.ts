export const memoryStack = {
  fits: (machine: string, model: string, readers: string, tokens: string) =>
    `${machine} holds ${model} and what ${readers} said, ${tokens} each.`,
  full: (fitting: number, digits: string, readers: string, tokens: string) =>
    fitting === 0
      ? `The machine is full: not even one conversation of ${tokens} fits beside the model.`
      : `The machine is full: of ${readers} with ${tokens} each, ${digits} ${fitting === 1 ? "fits" : "fit"}.`,
  noModel: (model: string, machine: string) => `${model} alone is more than ${machine} can hold.`,
  untold: (machine: string) => `How much memory ${machine} has, no page can ask it.`,
  untoldNeed: (bytes: string) =>
    `This would take ${bytes}. In chapter 8 you can say how much your device has, and the box gets its edge.`,
  machineNeeds: (machine: string, bytes: string) => `${machine} needs ${bytes}`,
  left: (free: string, conversation: string) =>
    `${free} are left, and another reader would take ${conversation}.`,
  tight: (free: string, working: string) =>
    `Only ${free} are left, and a program needs about ${working} to work in.`,
  beyond: (bytes: string, memory: string) =>
    `${bytes} do not fit into its ${memory}. A program would refuse, or forget, or fetch them from a slower place.`,
  weightsBeyond: (bytes: string) =>
    `Its weights are ${bytes} too many. Fewer bits would help, or a smaller model.`,
  machine: (machine: string, bytes: string) => `${machine}: ${bytes}`,
  weights: (bytes: string) => `weights ${bytes}`,
  conversations: (count: number, digits: string, bytes: string) =>
    count === 1 ? `one conversation ${bytes}` : `${digits} conversations ${bytes}`,
  working: (bytes: string) => `to work in ${bytes}`,
  free: (working: string, free: string) => `to work in ${working}, free ${free}`,
  doesNotFit: (bytes: string) => `${bytes} do not fit`,
  over: (bytes: string) => `+ ${bytes}`,
  columns: [
    "machine",
    "model",
    "readers at once",
    "tokens of conversation",
    "memory, bytes",
    "weights, bytes",
    "one conversation, bytes",
    "all conversations, bytes",
    "to work in, bytes",
    "free, bytes",
  ],
};

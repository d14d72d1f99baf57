const shared = {
  scale: "scale",
  minimum: "minimum",
  groupScale: "scale",
  groupMinimum: "minimum",
};

export const blockLayout = {
  title: (name: string, weights: string, bytes: string, bits: string) =>
    `A block of ${name}: ${weights} weights in ${bytes} bytes, ${bits} bits for each.`,
  alone: (weight: string, value: string) =>
    `Weight ${weight} is pulled to ${value}. It is not the largest, so nobody else has to move.`,
  pulled: (weight: string, value: string, moved: string, all: string) =>
    `Weight ${weight} is pulled to ${value}. The scale follows, and ${moved} of the ${all} others get new bits.`,
  summary: (error: string) =>
    `Dashes are the weights as they were trained, dots are what the bits say. The largest weight decides how far apart the levels are. On average a weight is off by ${error} of its size.`,
  summaryPulled: (before: string, error: string) =>
    `The other weights are what they were. Before the pull they were off by ${before} of their size, now it is ${error}. Outlined bits are new.`,
  weights: (narrow: boolean) =>
    narrow ? "32 weights and their levels" : "32 real weights, and the levels that they may have",
  own: (weights: string, bits: string) => `${weights} × ${bits} bits, one column for each weight`,
  scale: (value: string, narrow: boolean) =>
    narrow ? `scale ${value}` : `16 bits: scale ${value}`,
  reading: (bits: string, stored: string, scale: string, value: string) =>
    `${bits} is ${stored}: (${stored} − 8) × ${scale} = ${value}`,
  readingSigned: (bits: string, stored: string, scale: string, value: string) =>
    `${bits} is ${stored}: ${stored} × ${scale} = ${value}`,
  readingLifted: (bits: string, stored: string, step: string, least: string, value: string) =>
    `${bits} is ${stored}: ${stored} × ${step} − ${least} = ${value}`,
  minimum: (value: string) => `minimum ${value}`,
  groups: (narrow: boolean) =>
    narrow
      ? "6 bits of scale, 6 of minimum, for each group"
      : "8 groups of 32 weights, each with 6 bits of scale and 6 of minimum",
  others: (narrow: boolean) =>
    narrow ? "the other seven groups" : "the other seven groups, 32 × 4 bits each",
  dot: (weight: string, value: string, bits: string, rounded: string) =>
    `Weight ${weight}: ${value} is stored as ${bits}, which says ${rounded}`,
  field: (name: keyof typeof shared, bits: string, value: string, group: string) =>
    group === ""
      ? `The ${shared[name]} of all: ${bits}, which says ${value}`
      : `The ${shared[name]} of group ${group}: ${bits}, which says ${value} steps`,
  columns: ["weight", "as trained", "stored number", "bits", "as read back"],
};

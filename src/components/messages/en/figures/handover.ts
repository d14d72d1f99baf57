/** Words of what makes a code of the reader's device for his class. */
export const handover = {
  title: "Hand over to your class",
  first: "There is nothing to hand over before this device is measured. The button is at the top.",
  withoutScript: "With JavaScript, this would make a code of your device.",
  nickname: "A nickname, if you want one",
  make: "Make my code",
  promise: "The code is made here and sent nowhere. You hand it over yourself.",
  code: "Your code",
  copy: "Copy the code",
  copied: "The code is copied.",
  copyLink: "Copy a link",
  linkCopied:
    "The link is copied. Your numbers stand behind its #, and that part no server ever sees.",
  notCopied: "The browser copies nothing here. Mark the code and copy it yourself.",
  save: "Save as a file",
  open: "See it on the class’s page",
  inside: "This is all that it says",
  bandwidth: "Memory",
  bandwidthIs: (rate: string, workers: string) => `reads ${rate} with ${workers} at work`,
  flops: "Arithmetic",
  flopsIs: (rate: string) => `does ${rate} while it reads a prompt in 4 bits`,
  speed: "Model",
  speedIs: (speed: string, model: string, threads: string, one: boolean) =>
    `wrote ${speed} tokens a second of the model of ${model} weights, with ${threads} ${one ? "thread" : "threads"}`,
  kernels: "Kernels",
  kernelsAre: {relaxed: "relaxed SIMD", plain: "plain SIMD"},
  name: "Nickname",
  noName: "none",
  sizes: {"15M": "15 million", "110M": "110 million"},
  file: (code: string, address: string) =>
    `A device for the class's roofline in “Inference Arithmetic”.\n\n${code}\n\n${address}\n`,
};

import type {Hardware} from "../../../src/lib/arithmetic/hardware.js";

/** The card of the article: an A100 PCIe with 80 GB. */
export const a100: Hardware = {
  name: "A100 PCIe 80GB",
  class: "datacenter",
  memoryBytes: 80e9,
  bandwidth: 1935e9,
  flops: {fp32: 19.5e12, fp16: 312e12, bf16: 312e12, int8: 624e12, int4: 1248e12},
};

/** A laptop's chip: no low-precision units. */
export const m1: Hardware = {
  name: "Apple M1",
  class: "apple",
  memoryBytes: 16e9,
  bandwidth: 68.25e9,
  flops: {fp32: 2.617e12, fp16: 2.617e12},
};

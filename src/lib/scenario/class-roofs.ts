import {ownSeconds} from "../arithmetic/own-law.js";
import {quantile} from "../catalog/quantile.js";
import type {ClassDevice} from "../device/class-code.js";
import {passWork} from "../device/pass.js";
import {syntheticArchitectures} from "../device/synthetic-architectures.js";

/** A device of a class under its own roof: what it reached, and what the law allows it. */
export interface ClassRoof {
  device: ClassDevice;
  /** FLOP/byte at which its roof bends. */
  ridge: number;
  /** FLOP/byte of writing one token in four bits. */
  intensity: number;
  /** FLOP/s while it wrote. */
  reached: number;
  /** Tokens/s that its two rates allow: the law without any overhead. */
  foretold: number;
  /** How much faster it was than the law: −0.1 is ten percent slower. */
  error: number;
}

/**
 * The law of two clocks for a device of which two rates are known. Its code says nothing of the
 * overhead, so this is a roof. Caches can lift a small model above it, and one thread of several
 * workers stays below.
 */
export function classRoofOf(device: ClassDevice): ClassRoof {
  const {bandwidth, flops, speed, model} = device;
  const architecture = syntheticArchitectures[model];
  const work = passWork({architecture, format: "Q4_0", phase: "decode", tokens: 1, context: 0});
  const parameters = work.flops / 2;
  const seconds = ownSeconds({
    parameters,
    promptTokens: 1,
    flops,
    bytesPerWeight: work.bytes / parameters,
    bandwidth,
    overhead: 0,
  });
  return {
    device,
    ridge: flops / bandwidth,
    intensity: work.flops / work.bytes,
    reached: work.flops * speed,
    foretold: 1 / seconds,
    error: speed * seconds - 1,
  };
}

/** The middle of some numbers, their ends, and between what the middle half lies. */
export interface ClassSpread {
  least: number;
  lowerQuarter: number;
  median: number;
  upperQuarter: number;
  most: number;
}

/** What a class has in common and what not. At least one device. */
export interface ClassStatistics {
  bandwidth: ClassSpread;
  flops: ClassSpread;
  speed: ClassSpread;
  /** Of the law, as a share, without its sign: the middle of all. */
  error: number;
  /** How many times as fast as the slowest the fastest reads its memory. */
  ratio: number;
}

export function classStatistics(roofs: readonly ClassRoof[]): ClassStatistics {
  const spreadOf = (field: "bandwidth" | "flops" | "speed"): ClassSpread =>
    classSpread(roofs.map(({device}) => device[field]));
  return {
    bandwidth: spreadOf("bandwidth"),
    flops: spreadOf("flops"),
    speed: spreadOf("speed"),
    error: quantile(
      roofs.map(({error}) => Math.abs(error)),
      0.5,
    ),
    ratio: ratioOf(roofs.map(({device}) => device.bandwidth)),
  };
}

function classSpread(values: readonly number[]): ClassSpread {
  const at = (share: number): number => quantile(values, share);
  return {
    least: at(0),
    lowerQuarter: at(0.25),
    median: at(0.5),
    upperQuarter: at(0.75),
    most: at(1),
  };
}

const ratioOf = (rates: readonly number[]): number => Math.max(...rates) / Math.min(...rates);

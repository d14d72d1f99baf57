import {fromBase32, toBase32} from "./base-32.js";
import {crc24} from "./crc-24.js";
import type {DeviceReport, ModelRun, SyntheticSize} from "./report.js";
import {ladderOf, rateOf} from "./report.js";

/**
 * What a student hands over of a measured device: two rates and one speed in four bits a weight, so
 * that all of a class can stand in one picture. Nothing else is told, and a name only if chosen.
 */
export interface ClassDevice {
  /** bytes/s at the largest working set, with all workers */
  bandwidth: number;
  /** FLOP/s of reading a prompt in Q4_0, with all workers */
  flops: number;
  /** tokens/s of writing one by one in Q4_0 */
  speed: number;
  /** Which model of random weights wrote them. */
  model: SyntheticSize;
  /** With so many threads. */
  threads: number;
  /** What "all workers" means above. */
  workers: number;
  /** Which build of the engine the browser ran. */
  simd: "relaxed" | "plain";
  nickname?: string;
}

/** Why a text is no code of a device. */
export type CodeProblem =
  "prefix" | "newer" | "length" | "character" | "checksum" | "range" | "nickname";

const sentences: Readonly<Record<CodeProblem, string>> = {
  prefix: "The code does not begin with IA1-.",
  newer: "The code is of a newer version; this page knows IA1.",
  length: "The code is too short or too long for a whole one.",
  character: "The code has a character, or a number of them, that no code has.",
  checksum: "The code's checksum does not fit: a character is wrong.",
  range: "The code holds a number that no device reaches.",
  nickname:
    "A nickname has at most 24 bytes of letters, digits, spaces and . ' _ -, and begins with a letter or digit.",
};

/** A text that is no code, or a device that fits none. */
export class ClassCodeError extends Error {
  override readonly name = "ClassCodeError";
  constructor(readonly problem: CodeProblem) {
    super(sentences[problem]);
  }
}

/** What of a report is handed over. The larger model is taken where it has run, with most threads. */
export function classDeviceOf(report: DeviceReport, nickname = ""): ClassDevice {
  const run = writingRun(report);
  return {
    bandwidth: ladderOf(report, report.workers).points.at(-1)!.bandwidth.median,
    flops: rateOf(report, {format: "Q4_0", phase: "prefill", workers: report.workers}).median,
    speed: 1 / run.seconds.median,
    model: run.model,
    threads: run.threads,
    workers: report.workers,
    simd: report.simd,
    ...(nickname.trim() !== "" && {nickname: nickname.trim()}),
  };
}

function writingRun({runs}: DeviceReport): ModelRun {
  const size = ({model}: ModelRun): number => (model === "110M" ? 1 : 0);
  const [best] = runs
    .filter(({format, phase}) => format === "Q4_0" && phase === "decode")
    .sort((a, b) => size(b) - size(a) || b.threads - a.threads);
  return best!; // every report has a run of the small model: see checkWhole
}

/*
 * IA1- and then, in base 32, 5 characters a group:
 *
 *     bits  16         16     16     10           10           1      1     2   8 each    24
 *           bandwidth  FLOPs  speed  workers − 1  threads − 1  model  SIMD  00  nickname  checksum
 *
 * Each of the three numbers is a step between its least and its most, on a logarithmic scale.
 */

/** From what to what a number may go: wide enough for every machine that runs a browser. */
export const codeRanges = {
  bandwidth: {least: 1e6, most: 1e14}, // bytes/s
  flops: {least: 1e6, most: 1e16}, // FLOP/s
  speed: {least: 1e-3, most: 1e7}, // tokens/s
} as const;
type Range = (typeof codeRanges)[keyof typeof codeRanges];

/**
 * A number comes back within this part of itself: half a step of the widest range, ten powers of
 * ten in 65,535 steps.
 */
export const codeRounding = 10 ** (10 / 65_535 / 2) - 1;

const version = "IA1-";
const steps = 0xffff;
const mostWorkers = 1024;
const fixedBytes = 9;
const checksumBytes = 3;
const fewestCharacters = Math.ceil(((fixedBytes + checksumBytes) * 8) / 5);
const mostNickname = 24; // bytes of UTF-8
const nicknames = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'_-]*$/u; // nothing that a spreadsheet calculates

/**
 * The code of a device, e.g. "IA1-8D2K0-…".
 *
 * @throws ClassCodeError for a number out of range, or a nickname that does not fit
 */
export function writeClassCode(device: ClassDevice): string {
  const name = nicknameBytes(device.nickname ?? "");
  const bytes = new Uint8Array(fixedBytes + name.length + checksumBytes);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, stepOf(device.bandwidth, codeRanges.bandwidth));
  view.setUint16(2, stepOf(device.flops, codeRanges.flops));
  view.setUint16(4, stepOf(device.speed, codeRanges.speed));
  const counts = (countLess1(device.workers) << 10) | countLess1(device.threads);
  const flags = (device.model === "110M" ? 8 : 0) | (device.simd === "plain" ? 4 : 0);
  view.setUint16(6, counts >>> 4);
  view.setUint8(8, ((counts & 15) << 4) | flags);
  bytes.set(name, fixedBytes);
  const checked = bytes.length - checksumBytes;
  const checksum = crc24(bytes.subarray(0, checked));
  view.setUint8(checked, checksum >>> 16);
  view.setUint16(checked + 1, checksum & 0xffff);
  return version + toBase32(bytes).replace(/.{5}(?=.)/g, "$&-");
}

/**
 * Reads a code that anyone may have written. Small letters, spaces and other groups are forgiven.
 *
 * @throws ClassCodeError that says why it is none; nothing else, whatever the text is
 */
export function readClassCode(text: string): ClassDevice {
  const written = text.trim().toUpperCase();
  const [, number, rest] = /^IA(\d{1,3})-([\s\S]*)$/.exec(written) ?? [];
  if (number === undefined || rest === undefined) throw new ClassCodeError("prefix");
  if (number !== "1") throw new ClassCodeError(/^[1-9]/.test(number) ? "newer" : "prefix");
  if (rest.length > 200) throw new ClassCodeError("length");
  const characters = rest.replace(/[ -]/g, "");
  if (characters.length < fewestCharacters) throw new ClassCodeError("length");
  const bytes = fromBase32(characters);
  if (bytes === undefined) throw new ClassCodeError("character");
  const checked = bytes.length - checksumBytes;
  if (checked < fixedBytes || checked > fixedBytes + mostNickname) {
    throw new ClassCodeError("length");
  }
  const view = new DataView(bytes.buffer);
  const checksum = (view.getUint8(checked) << 16) | view.getUint16(checked + 1);
  if (crc24(bytes.subarray(0, checked)) !== checksum) throw new ClassCodeError("checksum");
  const flags = view.getUint8(8);
  if ((flags & 3) !== 0) throw new ClassCodeError("range");
  const counts = (view.getUint16(6) << 4) | (flags >>> 4);
  const nickname = nicknameFrom(bytes.subarray(fixedBytes, checked));
  return {
    bandwidth: valueAt(view.getUint16(0), codeRanges.bandwidth),
    flops: valueAt(view.getUint16(2), codeRanges.flops),
    speed: valueAt(view.getUint16(4), codeRanges.speed),
    model: (flags & 8) === 0 ? "15M" : "110M",
    threads: (counts & 1023) + 1,
    workers: (counts >>> 10) + 1,
    simd: (flags & 4) === 0 ? "relaxed" : "plain",
    ...(nickname !== "" && {nickname}),
  };
}

function stepOf(value: number, {least, most}: Range): number {
  if (!(value >= least && value <= most)) throw new ClassCodeError("range");
  return Math.round((Math.log(value / least) / Math.log(most / least)) * steps);
}

const valueAt = (step: number, {least, most}: Range): number =>
  least * (most / least) ** (step / steps);

function countLess1(count: number): number {
  if (!Number.isInteger(count) || count < 1 || count > mostWorkers) {
    throw new ClassCodeError("range");
  }
  return count - 1;
}

function nicknameBytes(nickname: string): Uint8Array {
  const bytes = new TextEncoder().encode(nickname);
  if (nickname !== "" && (bytes.length > mostNickname || !nicknames.test(nickname))) {
    throw new ClassCodeError("nickname");
  }
  return bytes;
}

function nicknameFrom(bytes: Uint8Array): string {
  // What is no UTF-8 becomes U+FFFD, and a mark of byte order stays: neither is a letter.
  const nickname = new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes);
  nicknameBytes(nickname);
  return nickname;
}

/** Invocations in a workgroup. */
export const groupSize = 256;

/** Buffers that one dispatch reads: a binding each, of the eight that every adapter has. */
export const readBuffers = 4;

/** What the word at a place of each buffer is: neighbours differ in most bits. */
export const wordFactor = 2_654_435_769; // 2³² / golden ratio, odd

/** Writes the words, so that memory holds what no hardware compresses. One word an invocation and step. */
export const fillShader = `
@group(0) @binding(0) var<storage, read_write> words: array<u32>;

@compute @workgroup_size(${groupSize})
fn fill(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let step = groups.x * ${groupSize}u;
  for (var i = id.x; i < arrayLength(&words); i += step) {
    words[i] = i * ${wordFactor}u;
  }
}`;

/**
 * Reads all buffers from begin to end, \`rounds\` times. Neighbouring invocations read neighbouring
 * 16 bytes, and all of them walk through the buffers together, so that a round has left the caches
 * when the next begins. Each writes the sum of what it read.
 */
export const readShader = `
${parameters()}
${range(readBuffers)
  .map((i) => `@group(0) @binding(${2 + i}) var<storage, read> words${i}: array<vec4u>;`)
  .join("\n")}

@compute @workgroup_size(${groupSize})
fn readAll(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let step = groups.x * ${groupSize}u;
  var sum = vec4u();
  for (var round = 0u; round < parameters.rounds; round++) {
    for (var i = id.x; i < arrayLength(&words0); i += step) {
      sum += ${range(readBuffers)
        .map((i) => `words${i}[i]`)
        .join(" + ")};
    }
  }
  results[id.x] = sum.x + sum.y + sum.z + sum.w;
}`;

/** Chains of multiply-adds that do not wait for one another, to fill the pipelines. */
const chains = 8;
/** Multiply-adds of each chain between two looks at the counter. */
const unrolled = 16;

/** FLOP of one invocation and round: 4 numbers in a vector, 2 operations each. */
export const flopPerRound = 4 * 2 * chains * unrolled;

/**
 * Multiplies and adds in registers. x ← 0.5 x + 1 goes to 2 whatever it began with, so that no
 * number overflows or becomes so small that it is slow; the factors come from outside, so that no
 * compiler can calculate ahead.
 */
export function multiplyShader(type: "f32" | "f16"): string {
  const chain = range(chains);
  return `${type === "f16" ? "enable f16;" : ""}
${parameters()}

@compute @workgroup_size(${groupSize})
fn multiply(@builtin(global_invocation_id) id: vec3u) {
  let factor = vec4<${type}>(${type}(parameters.factor));
  let summand = vec4<${type}>(${type}(parameters.summand));
  ${chain.map((i) => `var x${i} = vec4<${type}>(${type}(id.x % ${7 + i}u));`).join("\n  ")}
  for (var round = 0u; round < parameters.rounds; round++) {
    ${range(unrolled)
      .map(() => chain.map((i) => `x${i} = fma(x${i}, factor, summand);`).join(" "))
      .join("\n    ")}
  }
  let sum = ${chain.map((i) => `x${i}`).join(" + ")};
  results[id.x] = bitcast<u32>(f32(sum.x + sum.y + sum.z + sum.w));
}`;
}

/** What the chains of an invocation come to. */
export const multipliedSum = 2 * chains * 4;

function parameters(): string {
  return `struct Parameters {rounds: u32, factor: f32, summand: f32, unused: u32}
@group(0) @binding(0) var<uniform> parameters: Parameters;
@group(0) @binding(1) var<storage, read_write> results: array<u32>;`;
}

function range(count: number): number[] {
  return Array.from({length: count}, (_, i) => i);
}

import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  ClassCodeError,
  classDeviceOf,
  codeRanges,
  codeRounding,
  readClassCode,
  writeClassCode,
  type ClassDevice,
  type CodeProblem,
} from "../../../src/lib/device/class-code.js";
import {fromBase32, toBase32} from "../../../src/lib/device/base-32.js";
import {crc24} from "../../../src/lib/device/crc-24.js";
import {madeUp, madeUpClassDevice as plain} from "./made-up.js";

// FUZZ=100000 tries more hostile codes than the usual 2,000.
const numRuns = Number(process.env["FUZZ"] ?? 2000);
const limit = 60_000 + numRuns * 50; // milliseconds: a frozen reader, not a slow machine

const alphabet = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];

const between = ({least, most}: {least: number; most: number}): fc.Arbitrary<number> =>
  fc
    .double({min: Math.log(least), max: Math.log(most), noNaN: true})
    .map((power) => Math.min(most, Math.max(least, Math.exp(power))));
const device: fc.Arbitrary<ClassDevice> = fc.record(
  {
    bandwidth: between(codeRanges.bandwidth),
    flops: between(codeRanges.flops),
    speed: between(codeRanges.speed),
    model: fc.constantFrom("15M", "110M"),
    threads: fc.integer({min: 1, max: 1024}),
    workers: fc.integer({min: 1, max: 1024}),
    simd: fc.constantFrom("relaxed", "plain"),
    nickname: fc.constantFrom("Ada", "Zoë's tablet", "7", "学生 12", "x".repeat(24)),
  },
  {requiredKeys: ["bandwidth", "flops", "speed", "model", "threads", "workers", "simd"]},
);

function problemOf(act: () => unknown): CodeProblem | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof ClassCodeError) return error.problem;
    throw error;
  }
}
const refusal = (text: string) => problemOf(() => readClassCode(text));

/** A code with these bytes and a checksum that fits: what somebody makes who has read this page. */
function forged(change: (bytes: Uint8Array) => void, nickname: readonly number[] = []): string {
  const bytes = new Uint8Array(12 + nickname.length);
  change(bytes);
  bytes.set(nickname, 9);
  const checksum = crc24(bytes.subarray(0, 9 + nickname.length));
  bytes.set([checksum >>> 16, (checksum >>> 8) & 255, checksum & 255], 9 + nickname.length);
  return `IA1-${toBase32(bytes)}`;
}

describe("the code of a device", () => {
  it("comes back as it was, its three rates within the stated rounding", () => {
    fc.assert(
      fc.property(device, (given) => {
        const back = readClassCode(writeClassCode(given));
        for (const field of ["bandwidth", "flops", "speed"] as const) {
          expect(Math.abs(back[field] / given[field] - 1)).toBeLessThanOrEqual(
            codeRounding * (1 + 1e-6),
          );
        }
        const {bandwidth, flops, speed} = given;
        expect({...back, bandwidth, flops, speed}).toEqual(given);
        expect(writeClassCode(back)).toBe(writeClassCode(given));
      }),
    );
  });

  it("is short, and is read with small letters, spaces and other groups", () => {
    const code = writeClassCode(plain);
    expect(code).toMatch(/^IA1(-[0-9A-Z]{5}){4}$/);
    const read = readClassCode(code);
    expect(readClassCode(`  ${code.toLowerCase()}\n`)).toEqual(read);
    expect(readClassCode(`IA1-${code.slice(4).replaceAll("-", " ")}`)).toEqual(read);
  });

  it("is refused when a single character is another, is missing or is one too many", () => {
    for (const code of [plain, {...plain, nickname: "Zoë"}].map(writeClassCode)) {
      for (let i = 0; i < code.length; i++) {
        for (const other of [...alphabet, "I", "L", "O", "U", "-", "é", "\u0000"]) {
          if (other === code[i]) continue;
          const changed = code.slice(0, i) + other + code.slice(i + 1);
          expect(refusal(changed), changed).toBeDefined();
          if (other === "-") continue;
          const longer = code.slice(0, i) + other + code.slice(i);
          expect(refusal(longer), longer).toBeDefined();
        }
        if (code[i] === "-" && i > 3) continue;
        expect(refusal(code.slice(0, i) + code.slice(i + 1))).toBeDefined();
      }
    }
  });

  it("says why it is refused", () => {
    const code = writeClassCode(plain);
    expect(refusal("")).toBe("prefix");
    expect(refusal(code.slice(4))).toBe("prefix");
    expect(refusal(`IA0${code.slice(3)}`)).toBe("prefix");
    expect(refusal(`IA2${code.slice(3)}`)).toBe("newer");
    expect(refusal("IA1-")).toBe("length");
    expect(refusal(`IA1-${"0".repeat(100_000)}`)).toBe("length");
    expect(refusal(code.replace(/-[^-]*$/, ""))).toBe("length"); // its last group is not there
    expect(refusal(code.replace(/.$/, "!"))).toBe("character");
    expect(refusal(code.slice(0, 4) + (code[4] === "3" ? "4" : "3") + code.slice(5))).toBe(
      "checksum",
    );
    // The last letter is one bit of the checksum, 0 or G, and four that only fill it.
    expect(refusal(code.slice(0, -1) + (code.endsWith("0") ? "G" : "0"))).toBe("checksum");
    expect(refusal(code.slice(0, -1) + "1")).toBe("character");
    expect(refusal(forged(() => {}))).toBeUndefined();
    expect(refusal(forged((bytes) => (bytes[8] = 1)))).toBe("range");
    expect(refusal(forged(() => {}, [0xff]))).toBe("nickname"); // no UTF-8
    expect(refusal(forged(() => {}, [0xef, 0xbb, 0xbf, 0x41]))).toBe("nickname"); // a mark before A
    expect(refusal(forged(() => {}, [...Buffer.from("=1+1")]))).toBe("nickname");
    expect(refusal(forged(() => {}, [...Buffer.from("a\u202eb")]))).toBe("nickname");
  });

  it("is not written for what it cannot hold", () => {
    const writing = (changes: Partial<ClassDevice>) =>
      problemOf(() => writeClassCode({...plain, ...changes}));
    expect(writing({bandwidth: 0})).toBe("range");
    expect(writing({flops: Infinity})).toBe("range");
    expect(writing({speed: NaN})).toBe("range");
    expect(writing({threads: 1.5})).toBe("range");
    expect(writing({workers: 1025})).toBe("range");
    expect(writing({nickname: "=HYPERLINK"})).toBe("nickname");
    expect(writing({nickname: "x".repeat(25)})).toBe("nickname");
  });

  it(
    "takes whatever a stranger sends, and throws nothing but a reason",
    () => {
      const tail = fc.array(fc.constantFrom(...alphabet, "-", " "), {maxLength: 80});
      const hostile = fc.oneof(
        fc.string({unit: "binary", maxLength: 80}),
        tail.map((letters) => `IA1-${letters.join("")}`),
        fc
          .uint8Array({minLength: 9, maxLength: 9})
          .chain((bytes) =>
            fc
              .array(fc.integer({min: 0, max: 255}), {maxLength: 30})
              .map((name) => forged((all) => all.set(bytes), name)),
          ),
        fc.constantFrom("IA1-__proto__", "IA1-NaN", "IA١-00000", "\ud800", "ia1-%00"),
      );
      fc.assert(
        fc.property(hostile, (text) => {
          const problem = refusal(text);
          if (problem !== undefined) return;
          const {bandwidth, flops, speed, threads, workers} = readClassCode(text);
          for (const value of [bandwidth, flops, speed, threads, workers]) {
            expect(Number.isFinite(value) && value > 0).toBe(true);
          }
        }),
        {numRuns},
      );
    },
    limit,
  );
});

describe("what of a report is handed over", () => {
  it("is the bandwidth of memory, the rate of Q4_0, and the speed of writing", () => {
    expect(classDeviceOf(madeUp)).toMatchObject({
      bandwidth: 16e9,
      flops: 200e9,
      threads: 2,
      workers: 2,
      simd: "relaxed",
    });
    const small = madeUp.runs.filter(({model}) => model === "15M");
    const large = {...small.find(({phase}) => phase === "decode")!, model: "110M" as const};
    const run = {...large, format: "Q4_0" as const, threads: 1};
    expect(classDeviceOf({...madeUp, runs: small}).model).toBe("15M");
    expect(classDeviceOf({...madeUp, runs: [...small, run]})).toMatchObject({
      model: "110M",
      threads: 1,
      speed: 1 / run.seconds.median,
    });
  });

  it("is no name that was not chosen, no browser and no day", () => {
    expect(Object.keys(classDeviceOf(madeUp)).sort()).toEqual(
      ["bandwidth", "flops", "model", "simd", "speed", "threads", "workers"].sort(),
    );
    expect(classDeviceOf(madeUp, " Ada ").nickname).toBe("Ada");
  });
});

it("base 32 gives back all bytes, and refuses what no bytes are written as", () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 40}), (bytes) => {
      expect(fromBase32(toBase32(bytes))).toEqual(bytes);
    }),
  );
  expect(fromBase32("0")).toBeUndefined(); // five bits are no byte
  expect(fromBase32("01")).toBeUndefined(); // what fills it is not zero
});

it("the checksum is that of OpenPGP", () => {
  expect(crc24(new TextEncoder().encode("123456789"))).toBe(0x21cf02); // its published check value
});

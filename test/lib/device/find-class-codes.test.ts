import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readClassCode, writeClassCode} from "../../../src/lib/device/class-code.js";
import {findClassCodes, longestText} from "../../../src/lib/device/find-class-codes.js";
import {madeUpClassDevice as device} from "./made-up.js";

// FUZZ=100000 tries more hostile texts than the usual 2,000.
const numRuns = Number(process.env["FUZZ"] ?? 2000);
const limit = 60_000 + numRuns * 50; // milliseconds

const code = writeClassCode(device);
const named = writeClassCode({...device, bandwidth: 50e9, nickname: "Zoë's tablet"});
const wrong = code.slice(0, -1) + (code.endsWith("0") ? "G" : "0");

const codesIn = (text: string): string[] => findClassCodes(text).found.map(({code}) => code);
const refusedIn = (text: string): string[] => findClassCodes(text).refused.map(({text}) => text);

describe("codes in a text", () => {
  it.each([
    ["one a line", `${code}\n${named}\n`],
    ["without a space", `${code},${named};`],
    ["in a sentence", `Here is mine: ${code}. And Ada's (${named}), thanks.`],
    ["followed by words of the same letters", `${code} THANKS ${named} 42 times`],
    ["in small letters", `${code.toLowerCase()} ${named.toLowerCase()}`],
    ["in links", `<https://a.example/pages/class.html#${code}> https://b.example/c#${named}`],
    ["in an answer to a mail", `> ${code}\n>> ${named.slice(0, 20)}\n>> ${named.slice(20)}`],
    ["broken by a mail program", `${code.slice(0, 13)}=\r\n${code.slice(13)} ${named}`],
    ["with other dashes", `${code.replaceAll("-", "–")} ${named.replaceAll("-", "\u2011")}`],
    ["with marks that nobody sees", `\ufeff${code.slice(0, 9)}\u200b${code.slice(9)} ${named}`],
    ["with spaces for dashes", `IA1-${code.slice(4).replaceAll("-", " ")} ${named}`],
    ["in a table", `1,"Ada","${code}"\r\n2,,"${named}"\r\n`],
    ["in a chat", `[10:02] ada: ${code}\n[10:03] bob: ${named} 😀`],
  ])("are found %s", (_, text) => {
    expect(codesIn(text)).toEqual([code, named]);
    expect(refusedIn(text)).toEqual([]);
  });

  it("are taken beside one that is wrong, which is refused with its reason", () => {
    const {found, refused} = findClassCodes(`${code}\n${wrong}\n${named}\nIA2-00000 IA1-`);
    expect(found.map(({code}) => code)).toEqual([code, named]);
    expect(refused.map(({text}) => text)).toEqual([wrong, "IA2-00000", "IA1-"]);
    expect(refused.map(({reason}) => reason)).toEqual([
      expect.stringMatching(/checksum/),
      expect.stringMatching(/newer/),
      expect.stringMatching(/too short or too long/),
    ]);
  });

  it("are not seen in what only looks like their head", () => {
    expect(findClassCodes("MARIA1-2 and XIA1-00000, IA-1, IA1 alone")).toEqual({
      found: [],
      refused: [],
    });
  });

  it("keep their whole name, though the checksum of a shorter one may fit by chance", () => {
    for (let i = 0; i < 1000; i++) {
      const each = writeClassCode({...device, threads: 1 + (i % 1000), nickname: `No ${i}`});
      expect(codesIn(`> ${each}, and so on`)).toEqual([each]);
      expect(codesIn(each.replaceAll("-", " ").replace(" ", "-"))).toEqual([each]);
    }
  });

  it(
    "survive any text around them",
    () => {
      const noise = fc
        .string({unit: "grapheme", maxLength: 60})
        .filter((text) => !/IA\d/i.test(text));
      fc.assert(
        fc.property(noise, noise, (before, after) => {
          expect(codesIn(`${before}\n${code}\n${after}`)).toEqual([code]);
        }),
        {numRuns},
      );
    },
    limit,
  );

  it(
    "are sought in whatever a stranger pastes, which throws nothing and gives no device of its own",
    () => {
      const pieces = fc.constantFrom(
        "IA1-",
        "ia1–",
        "IA2-",
        "0",
        "Z",
        "-",
        " ",
        "\n",
        "\ud800",
        code,
      );
      const hostile = fc.oneof(
        fc.string({unit: "binary", maxLength: 300}),
        fc
          .array(fc.oneof(pieces, fc.string({maxLength: 6})), {maxLength: 60})
          .map((all) => all.join("")),
      );
      fc.assert(
        fc.property(hostile, (text) => {
          const {found, refused} = findClassCodes(text);
          for (const {code, device} of found) expect(readClassCode(code)).toEqual(device);
          for (const {reason} of refused) expect(reason).toMatch(/\.$/);
        }),
        {numRuns},
      );
    },
    limit,
  );

  it("are sought in no more than a million characters, and soon", () => {
    const text = "IA1-".repeat(longestText / 2);
    const begun = performance.now();
    expect(findClassCodes(text).refused.length).toBeLessThanOrEqual(1000);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

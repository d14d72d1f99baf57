import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {hasPicture, picturesOf} from "../../src/components/build/pictures.js";
import {frames} from "../../src/components/embed/frames.js";
import {discoveryLinks, oembedOf} from "../../src/components/embed/oembed.js";
import {
  choicesOf,
  elementOf,
  elementTag,
  markdownOf,
  markdownOfEquation,
  moduleOf,
  pictureFiles,
  pictureOf,
} from "../../src/components/share/ways.js";
import {linkedMachineName} from "../../src/lib/catalog/linked-machine.js";
import {linkedHardware, withDevice} from "../../src/lib/device/linked-device.js";
import {codeRounding} from "../../src/lib/device/class-code.js";
import {hardwareOf} from "../../src/lib/device/report.js";
import {madeUp} from "../lib/device/made-up.js";
import {context} from "../../scripts/site/context.js";

const root = "https://a.example/notebook/";

describe("what is pasted", () => {
  const hostile = {
    name: "roofline",
    title: `a](https://b.example) </script><script>alert("1")</script>`,
    link: `${root}pages/latency.html?own=(1)`,
    root,
    state: [
      ["batch", "16"],
      ["own", "</script><b>"],
    ] as const,
    settings: {theme: "dark", hidesControls: true, locked: ["batch"]} as const,
    height: 480,
  };

  test("keeps a title and a state from breaking out of it", () => {
    const picture = new JSDOM(pictureOf(hostile, pictureFiles("roofline"))).window.document;
    expect(picture.querySelector("img")!.alt).toBe(hostile.title);
    expect(picture.querySelector("script")).toBe(null);
    expect(markdownOf(hostile, "x.svg")).toContain("a\\](https");
    expect(markdownOf(hostile, "x.svg")).toMatch(/own=%281%29\)$/);
    expect(moduleOf(hostile).match(/<\/script>/g)).toHaveLength(1);
    expect(moduleOf(hostile)).toContain(
      `{batch: 16, own: "\\u003c/script>\\u003cb>", theme: "dark"`,
    );
    const {document} = new JSDOM(elementOf(hostile)).window;
    const element = document.querySelector(elementTag("roofline"))!;
    expect(element.getAttribute("own")).toBe("</script><b>");
    expect(element.querySelector("a")!.textContent).toBe(hostile.title);
    expect(document.querySelectorAll("script")).toHaveLength(1);
  });

  test("as an equation in Markdown is its TeX, and a link", () => {
    expect(markdownOfEquation({...hostile, title: "a [b]"}, "t = 1")).toBe(
      `$$\nt = 1\n$$\n\n[a \\[b\\]](${root}pages/latency.html?own=%281%29)`,
    );
  });

  test("as an element has names that HTML allows, and nothing that was measured here", () => {
    expect(elementTag("equation-promptTime")).toBe("inference-equation-prompt-time");
    const state = [
      ["class", "apple"],
      ["machine", "Your device"],
      ["against", linkedMachineName],
      ["device", "IA1-ABCDE"],
      ["batch", "4"],
    ] as const;
    const settings = {theme: "auto", hidesControls: false, locked: []} as const;
    expect(choicesOf({...hostile, state, settings})).toEqual({kind: "apple", batch: 4});
  });
});

describe("the pictures that the build makes", () => {
  test.for(frames.filter(hasPicture).slice(0, 6))("of $name need nothing beside them", (frame) => {
    const {light, dark} = picturesOf(frame, context, root);
    expect(light).not.toBe(dark);
    for (const picture of [light, dark]) {
      const {documentElement} = new JSDOM(picture, {contentType: "image/svg+xml"}).window.document;
      expect(documentElement.tagName).toBe("svg");
      expect(documentElement.querySelector("title")!.textContent).toBe(frame.title(context));
      expect(documentElement.querySelector("metadata")!.textContent).toContain(`${root}pages/`);
      expect(documentElement.querySelector("style")!.textContent).toMatch(/text \{[^}]*font: 500/);
      expect(picture).not.toMatch(/var\(|@import|url\((?!["']?#)|<script|undefined|NaN/);
    }
  });
});

describe("what a service reads", () => {
  test("of each frame has whole addresses and a title", () => {
    for (const frame of frames) {
      const {html, title, thumbnail_url} = oembedOf(frame, context, root);
      const {document} = new JSDOM(html).window;
      const shown = document.querySelector("iframe")!;
      expect(shown.src).toBe(`${root}embed/${frame.name}.html`);
      expect(shown.title).toBe(title);
      if (thumbnail_url !== undefined) expect(thumbnail_url).toMatch(/^https:.*cards.*png$/);
    }
  });

  test("is found from a frame, and from the chapter whose figure it is, the first one first", () => {
    const href = (path: string): string[] =>
      discoveryLinks(path, context, root).map((link) => /href="([^"]*)"/.exec(link)![1]!);
    expect(href("/embed/roofline")).toEqual([`${root}embed/roofline.json`]);
    expect(href("/pages/latency")[0]).toBe(`${root}embed/latency-batch.json`);
    expect(href("/pages/latency")).toContain(`${root}embed/roofline.json`);
    expect(discoveryLinks("/pages/latency", context)).toEqual([]); // nobody knows where it is
  });
});

describe("a device that goes along with a link", () => {
  const own = `${root}pages/latency.html?v=1&machine=Your+device&against=A100+80GB`;

  test("arrives with its two rates, and under no name of the reader's", () => {
    const {searchParams} = new URL(withDevice(own, madeUp));
    expect(searchParams.get("machine")).toBe(linkedMachineName);
    expect(searchParams.get("against")).toBe("A100 80GB");
    const arrived = linkedHardware(searchParams.get("device")!);
    const sent = hardwareOf(madeUp, "");
    expect(Math.abs(arrived.bandwidth / sent.bandwidth - 1)).toBeLessThanOrEqual(codeRounding);
    expect(Math.abs(arrived.flops.int4! / sent.flops.int4! - 1)).toBeLessThanOrEqual(codeRounding);
  });

  test.for(["", "IA1-", "IA2-00000", "<img>", "IA1-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ"])(
    "is refused where it is none: %s",
    (code) => {
      expect(() => linkedHardware(code)).toThrow(/code/);
    },
  );
});

import type {Locator, Page, Route} from "playwright-core";
import {describe, expect, test} from "vitest";
import {architectureFromConfig} from "../../src/lib/catalog/architecture-from-config.js";
import {choosing, ownModel} from "../../src/lib/scenario/own-model.js";
import type {OwnModel, Scenario} from "../../src/lib/scenario/scenario.js";
import {bytesOf, writeHeader} from "../lib/catalog/gguf/gguf-writer.js";
import {asGguf} from "../lib/catalog/gguf/models-as-gguf.js";
import {gpt2, llama7B} from "../lib/arithmetic/models.js";
import {hubHost} from "../../src/components/own-model/hub.js";
import {violations} from "./axe.js";
import {onPage} from "./harness.js";
import {beginningOf, context, viewFor} from "./library.js";
import {expectOnScreen} from "./on-screen.js";

const words = context.words.ownModel;
const cover = "index.html";
const patience = 10_000; // ms: what reads a model arrives when it is first needed
const places = [cover, "pages/latency.html"];

const config = {
  model_type: "llama",
  _name_or_path: "somebody/Mine-3B",
  hidden_size: 3200,
  intermediate_size: 8640,
  num_attention_heads: 32,
  num_hidden_layers: 26,
  num_key_value_heads: 32,
  tie_word_embeddings: false,
  attention_bias: false,
  mlp_bias: false,
  vocab_size: 32_000,
};
const mine = ownModel({name: "Mine-3B", architecture: architectureFromConfig(config)});

const {fields, tensors} = asGguf("gpt2", {...gpt2, name: "Small"});
const header = Buffer.from(writeHeader(fields, tensors));
const small = ownModel({
  name: "Small",
  architecture: gpt2,
  file: {name: "small.gguf", bytes: tensors.reduce((sum, tensor) => sum + bytesOf(tensor), 0)},
});

function own(page: Page): Locator {
  return page.locator("[data-own]").first();
}

function wayOf(page: Page, way: Way): Locator {
  return own(page).locator(`[data-way=${way}]`);
}

type Way = "file" | "text" | "hub";

/** Where a way to bring a model answers, once it says this. */
async function told(page: Page, way: Way, text: string | RegExp): Promise<Locator> {
  const answer = wayOf(page, way).locator(".answer");
  await answer.filter({hasText: text}).waitFor({timeout: patience});
  return answer;
}

function scenarioWith(path: string, model: OwnModel): Scenario {
  const before = beginningOf(path);
  return {...before, ...choosing(model, before)};
}

async function opened(page: Page): Promise<void> {
  await own(page).locator("summary").click();
}

/** The page shows the model, says so, and shows it still when its address is opened anew. */
async function expectChosen(
  page: Page,
  path: string,
  {way, model}: {way: Way; model: OwnModel},
): Promise<void> {
  await told(page, way, model.name);
  const scenario = scenarioWith(path, model);
  await expectOnScreen(page, scenario);
  expect(new URL(page.url()).searchParams.get("model")).toBe(model.name);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset["live"] === "true");
  await expectOnScreen(page, scenario);
  expect(await page.locator("[data-corrections]:visible").count()).toBe(0);
}

/** A sentence beside the field, and the page as it was. */
async function expectRefused(
  page: Page,
  path: string,
  {way, reason}: {way: Way; reason: RegExp | string},
): Promise<void> {
  const answer = await told(page, way, reason);
  expect(await answer.textContent()).toContain(words.unchanged("").trim());
  expect(await answer.isVisible()).toBe(true);
  expect(new URL(page.url()).search).toBe("");
  await expectOnScreen(page, beginningOf(path));
}

describe.for(places)("one's own model on %s", {concurrent: true}, (path) => {
  test("is pasted as a config.json", () =>
    onPage(path, {}, async (page) => {
      await opened(page);
      await wayOf(page, "text").getByRole("textbox").fill(JSON.stringify(config));
      await wayOf(page, "text").getByRole("button", {name: words.take}).click();
      await expectChosen(page, path, {way: "text", model: mine});
    }));

  test("is read from a GGUF file, in the precision that the file has", () =>
    onPage(path, {}, async (page) => {
      await opened(page);
      await chooseFile(page, "small.gguf", header);
      await told(page, "file", "124 million parameters");
      const {simple} = viewFor(scenarioWith(path, small));
      const bits = context.numbers.bits(8 * simple.bytesPerWeight);
      expect(await answerOf(page, "file")).toContain(`${bits} bits a weight`);
      expect(await answerOf(page, "file")).toContain("Its download is not complete"); // header only
      await expectChosen(page, path, {way: "file", model: small});
    }));

  test("is read from a config.json that is dropped on it, closed as it is", () =>
    onPage(path, {}, async (page) => {
      await drop(page, "config.json", Buffer.from(JSON.stringify(config)));
      await expectChosen(page, path, {way: "file", model: mine});
    }));

  test("is read from a GGUF file that is dropped on it", () =>
    onPage(path, {}, async (page) => {
      await opened(page);
      await drop(page, "small.gguf", header);
      await expectChosen(page, path, {way: "file", model: small});
    }));

  test("is fetched from Hugging Face when the button is pressed, and not before", () => {
    const asked: string[] = [];
    const answer = (route: Route) => {
      asked.push(route.request().url());
      return route.fulfill({json: {...config, _name_or_path: "."}});
    };
    return onHub(path, answer, async (page) => {
      await nameModel(page, "https://huggingface.co/somebody/Mine-3B/tree/main");
      const note = await wayOf(page, "hub").locator(".note").textContent();
      expect(note).toContain("https://huggingface.co/somebody/Mine-3B/resolve/main/config.json");
      expect(asked).toEqual([]);
      await pressFetch(page);
      await expectChosen(page, path, {way: "hub", model: mine});
      expect(asked).toEqual(["https://huggingface.co/somebody/Mine-3B/resolve/main/config.json"]);
    });
  });
});

describe("what is no model of one's own", {concurrent: true}, () => {
  const texts: [string, string | RegExp][] = [
    ["", words.empty],
    ["{'model_type': 'llama'}", words.noJson],
    ["[]", /config is a list/],
    ['{"model_type":"llama"}', /num_hidden_layers is missing/],
    [JSON.stringify({...config, num_hidden_layers: 9000}), /numLayers is 9000/],
  ];

  test("is refused as a config", () =>
    onPage(cover, {}, async (page) => {
      await opened(page);
      for (const [text, reason] of texts) {
        await wayOf(page, "text").getByRole("textbox").fill(text);
        await wayOf(page, "text").getByRole("button", {name: words.take}).click();
        await expectRefused(page, cover, {way: "text", reason});
      }
    }));

  const mamba = writeHeader([["general.architecture", "string", "mamba"]]);
  const files: [string, Buffer, RegExp][] = [
    ["cut.gguf", header.subarray(0, 1000), /ends after 1000 bytes, within its header/],
    ["picture.gguf", Buffer.from("\x89PNG, and more of it"), /does not begin with “GGUF”/],
    ["config.json", Buffer.alloc(5_000_000), /5.00 MB and is no GGUF/],
    ["mamba.gguf", Buffer.from(mamba), /"mamba" is not known/],
  ];

  test("is refused as a file", () =>
    onPage(cover, {}, async (page) => {
      await opened(page);
      for (const [name, bytes, reason] of files) {
        await chooseFile(page, name, bytes);
        await expectRefused(page, cover, {way: "file", reason});
      }
    }));

  const answers: [(route: Route) => Promise<void>, string][] = [
    [(route) => route.fulfill({status: 404}), words.missing("a/b")],
    [(route) => route.fulfill({status: 401}), words.gated("a/b")],
    [(route) => route.fulfill({status: 403}), words.gated("a/b")],
    [(route) => route.fulfill({status: 500}), words.refused("500")],
    [(route) => route.abort("internetdisconnected"), words.offline],
    [(route) => route.fulfill({body: "<html>"}), words.noJson],
  ];

  test("is refused from Hugging Face, where it is missing or gated, and without a network", () => {
    let asked = 0;
    const answer = (route: Route) => answers[asked++]![0](route);
    return onHub(cover, answer, async (page) => {
      await nameModel(page, "../../etc/passwd");
      await pressFetch(page);
      await expectRefused(page, cover, {way: "hub", reason: words.badId});
      expect(asked).toBe(0);
      await nameModel(page, "a/b");
      for (const [, reason] of answers) {
        await wayOf(page, "hub")
          .locator(".answer")
          .evaluate((said) => (said.textContent = ""));
        await pressFetch(page);
        await expectRefused(page, cover, {way: "hub", reason});
      }
      expect(asked).toBe(answers.length);
    });
  });
});

describe("while one's own model is chosen", {concurrent: true}, () => {
  const address = `${cover}?${new URLSearchParams({v: "1", model: "mine", own: `{"name":"mine","numLayers":40}`})}`;
  const architecture = {...llama7B, name: "mine", numLayers: 40};

  test("it stands in the lists, and one can leave it and come back", () =>
    onPage(address, {}, async (page) => {
      const list = page.locator("[data-pick=model] select");
      expect(await list.inputValue()).toBe("mine");
      await list.selectOption("LLaMA-7B");
      await expectOnScreen(page, beginningOf(cover));
      expect(new URL(page.url()).search).toBe("");
      await list.selectOption("mine");
      await expectOnScreen(page, scenarioWith(cover, ownModel({name: "mine", architecture})));
    }));

  test("an address that describes no model says so", () =>
    onPage(`${cover}?own={"name":"x","numLayers":-1}`, {}, async (page) => {
      expect(await page.locator("[data-corrections]").textContent()).toContain("own=");
      await expectOnScreen(page, beginningOf(cover));
    }));
});

describe("the control", {concurrent: true}, () => {
  test("works by keyboard alone", () =>
    onPage(cover, {}, async (page) => {
      await own(page).locator("summary").focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab"); // to the file
      await page.keyboard.press("Tab");
      await page.keyboard.insertText(JSON.stringify(config));
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expectChosen(page, cover, {way: "text", model: mine});
    }));

  test.for([320, 1280])("fits into %i pixels, its parts large enough for a finger", (width) =>
    onPage(cover, {width, touch: width < 600}, async (page) => {
      await opened(page);
      await wayOf(page, "text").getByRole("textbox").fill("no JSON");
      await wayOf(page, "text").getByRole("button", {name: words.take}).click();
      await told(page, "text", words.noJson);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      const parts = own(page).locator(
        "summary, button:visible, textarea, .own-file, input[type=text]",
      );
      for (const part of await parts.all()) {
        expect((await part.boundingBox())!.height).toBeGreaterThanOrEqual(44);
      }
      expect(await violations(page)).toEqual([]);
    }),
  );
});

/** Opens a page, the control on it, and answers for Hugging Face. */
function onHub(
  path: string,
  answer: (route: Route) => Promise<void>,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const beyond = `https://${hubHost}/`;
  const prepare = async (page: Page) => [await page.route(`${beyond}**`, answer)];
  return onPage(path, {beyond, prepare}, async (page) => {
    await opened(page);
    await use(page);
  });
}

async function answerOf(page: Page, way: Way): Promise<string | null> {
  return wayOf(page, way).locator(".answer").textContent();
}

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const mimeType = "application/octet-stream";
  await own(page).locator("input[type=file]").setInputFiles({name, mimeType, buffer});
}

async function drop(page: Page, name: string, buffer: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const bytes = Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0));
      const made = new DataTransfer();
      made.items.add(new File([bytes], fileName!));
      return made;
    },
    [name, buffer.toString("base64")],
  );
  await own(page).dispatchEvent("dragover", {dataTransfer: transfer});
  await own(page).dispatchEvent("drop", {dataTransfer: transfer});
}

async function nameModel(page: Page, name: string): Promise<void> {
  await wayOf(page, "hub").getByRole("textbox").fill(name);
}

async function pressFetch(page: Page): Promise<void> {
  await wayOf(page, "hub").getByRole("button", {name: words.fetch}).click();
}

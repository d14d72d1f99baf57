import type {Architecture} from "../../lib/arithmetic/architecture.js";
import {parameterCount} from "../../lib/arithmetic/parameters.js";
import {architectureFromConfig} from "../../lib/catalog/architecture-from-config.js";
import {architectureFromGguf} from "../../lib/catalog/gguf/architecture-from-gguf.js";
import {blobSource} from "../../lib/catalog/gguf/byte-source.js";
import {GgufError} from "../../lib/catalog/gguf/error.js";
import {isSplit} from "../../lib/catalog/gguf/metadata.js";
import {readGgufHeader} from "../../lib/catalog/gguf/read-header.js";
import {promisedBytes, tensorSummary} from "../../lib/catalog/gguf/tensor-summary.js";
import type {Page} from "../page/context.js";
import {configAddress} from "./hub.js";

/** A model that was found, and what the reader should know of it. */
export interface Found {
  name: string;
  architecture: Architecture;
  /** Of a GGUF file: its name, and the bytes of its tensors. */
  file?: {name: string; bytes: number};
  /** Sentences. */
  remarks: readonly string[];
}

export interface Reading {
  signal: AbortSignal;
  /** Called with the bytes of a header that have been read, and those of its file. */
  onProgress(read: number, whole: number | undefined): void;
}

/** Why nothing was found: a sentence for the reader. */
export class NotFound extends Error {}

const largestConfig = 1 << 22; // bytes: the longest lists each layer, and has some hundred thousand

/** Reads a config.json, whose text the reader pasted. */
export function readText(text: string, page: Page, name?: string): Found {
  const words = page.words.ownModel;
  if (text.trim() === "") throw new NotFound(words.empty);
  const architecture = architectureIn(parsed(text, page), page);
  const {assumed = [], warnings = []} = architecture;
  return {
    name: name ?? nameOf(architecture),
    architecture,
    remarks: [...warnings, ...(assumed.length > 0 ? [words.assumed(assumed.join(", "))] : [])],
  };
}

/** A config seldom tells what its model is called. It is then its family’s and size, "llama-8.03B". */
function nameOf(architecture: Architecture): string {
  const {name, family} = architecture;
  return name === family ? `${name}-${size.format(parameterCount(architecture).total)}` : name;
}

const size = new Intl.NumberFormat("en", {notation: "compact", maximumSignificantDigits: 3});

function parsed(text: string, {words}: Page): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotFound(words.ownModel.noJson);
  }
}

function architectureIn(config: unknown, {words}: Page): Architecture {
  try {
    return architectureFromConfig(config);
  } catch (error) {
    throw new NotFound(words.ownModel.noModel(error instanceof Error ? error.message : ""));
  }
}

/** Reads a file: the header of a GGUF, whatever its size, or a config.json. */
export async function readFile(file: File, page: Page, reading: Reading): Promise<Found> {
  const words = page.words.ownModel;
  if (await isGguf(file, page)) return readGguf(file, page, reading);
  if (file.size > largestConfig) {
    throw new NotFound(words.tooLarge(page.numbers.bytes(file.size)));
  }
  return readText(await file.text(), page);
}

async function isGguf(file: File, {words}: Page): Promise<boolean> {
  if (file.name.toLowerCase().endsWith(".gguf")) return true;
  try {
    return (await file.slice(0, 4).text()) === "GGUF";
  } catch {
    throw new NotFound(words.ownModel.cannotRead); // a folder, or a file that has gone
  }
}

async function readGguf(file: File, page: Page, {signal, onProgress}: Reading): Promise<Found> {
  const words = page.words.ownModel;
  try {
    const header = await readGgufHeader(blobSource(file), {
      signal,
      onProgress: ({bytes, fileBytes}) => onProgress(bytes, fileBytes),
    });
    const architecture = architectureFromGguf(header);
    const promised = promisedBytes(header);
    const {bytes} = tensorSummary(header);
    return {
      name: architecture.name,
      architecture,
      ...(bytes > 0 && !isSplit(header.metadata) && {file: {name: file.name, bytes}}),
      remarks: [
        ...(architecture.warnings ?? []),
        ...(promised > file.size
          ? [words.shorter(page.numbers.bytes(promised), page.numbers.bytes(file.size))]
          : []),
      ],
    };
  } catch (error) {
    if (error instanceof GgufError) throw new NotFound(error.message);
    throw error;
  }
}

/** Fetches the config.json of a model on Hugging Face, and nothing that tells who asks. */
export async function fetchConfig(id: string, page: Page, {signal}: Reading): Promise<Found> {
  const words = page.words.ownModel;
  const response = await ask(configAddress(id), page, signal);
  const {status} = response;
  if (!response.ok) await response.body?.cancel();
  if (status === 401 || status === 403) throw new NotFound(words.gated(id));
  if (status === 404) throw new NotFound(words.missing(id));
  if (!response.ok) throw new NotFound(words.refused(String(status)));
  const text = await textOf(response, page, signal);
  return readText(text, page, id.slice(id.indexOf("/") + 1));
}

async function ask(url: string, {words}: Page, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {signal, credentials: "omit", referrerPolicy: "no-referrer"});
  } catch {
    signal.throwIfAborted();
    throw new NotFound(words.ownModel.offline);
  }
}

/** The body as text, unless it is longer than any config. */
async function textOf(
  response: Response,
  {words, numbers}: Page,
  signal: AbortSignal,
): Promise<string> {
  const decoder = new TextDecoder();
  const reader = response.body!.getReader();
  let text = "";
  let bytes = 0;
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.length;
      if (bytes > largestConfig) break;
      text += decoder.decode(value, {stream: true});
    }
  } catch {
    signal.throwIfAborted();
    throw new NotFound(words.ownModel.offline);
  }
  await reader.cancel();
  throw new NotFound(words.ownModel.tooLarge(numbers.bytes(bytes)));
}

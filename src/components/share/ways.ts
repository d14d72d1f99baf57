import {isLinkedMachine, linkedDeviceKey} from "../../lib/catalog/linked-machine.js";
import {isOwnMachine} from "../../lib/catalog/own-machine.js";
import {escapeHtml} from "../build/html.js";
import {keyOfAddress} from "../embed/keys.js";
import {pastedFrame} from "../embed/snippet.js";

/** What is handed to another page: a figure, an equation or the laboratory, in one state. */
export interface Shared {
  /** Of its frame, e.g. "roofline" or "equation-latency". */
  name: string;
  /** What it says, in one sentence: the name of a frame, and what stands for a picture. */
  title: string;
  /** The whole address of its place in a chapter, in this state. */
  link: string;
  /** Where the site is, e.g. "https://example.org/notebook/". */
  root: string;
  /** The state, key by key as in an address, without the version: [["batch", "16"], …]. */
  state: readonly Entry[];
  settings: SharedSettings;
  /** CSS pixels, until it tells its own. */
  height: number;
}

export type Entry = readonly [key: string, value: string];

/** How it stands on the other page. */
export interface SharedSettings {
  theme: "auto" | "light" | "dark";
  hidesControls: boolean;
  /** Names of controls, or "all". */
  locked: readonly string[];
}

/** The state in the query of an address, without the version of the form. */
export function stateIn(query: string): Entry[] {
  return [...new URLSearchParams(query)].filter(([key]) => key !== "v");
}

/** The address of the frame: the state, and what is asked of the frame beside it. */
export function frameAddress(shared: Shared): string {
  const address = new URL(`embed/${shared.name}.html`, shared.root);
  const entries = [["v", "1"], ...shared.state, ...settingsOf(shared.settings)] as Entry[];
  address.search = new URLSearchParams(entries.map(([key, value]) => [key, value])).toString();
  return address.href;
}

/** Where the element and the module are. */
export const moduleAddress = ({name, root}: Shared): string =>
  new URL(`embed/v1/${name}.js`, root).href;

export const linkOf = ({link}: Shared): string => link;

export function frameOf(shared: Shared): string {
  return pastedFrame({
    address: frameAddress(shared),
    title: shared.title,
    height: shared.height,
  });
}

/** "equation-promptTime" → "inference-equation-prompt-time": names of elements have no capitals. */
export function elementTag(name: string): string {
  return `inference-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A script and a tag, whose attributes are the keys of the address. Without scripts it is a link. */
export function elementOf(shared: Shared): string {
  const tag = elementTag(shared.name);
  const attributes = elementEntries(shared).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  return [
    `<script type="module" src="${escapeHtml(moduleAddress(shared))}"></script>`,
    `<${tag}${attributes.join("")}><a href="${escapeHtml(shared.link)}">${escapeHtml(shared.title)}</a></${tag}>`,
  ].join("\n");
}

/** A place, and the script that fills it. */
export function moduleOf(shared: Shared): string {
  return [
    `<div id="figure"></div>`,
    `<script type="module">`,
    `import {mount} from ${literal(moduleAddress(shared))};`,
    `mount(document.querySelector("#figure"), ${literal(choicesOf(shared))});`,
    `</script>`,
  ].join("\n");
}

/** What mount() is given for this state. */
export function choicesOf(shared: Shared): Readonly<Record<string, string | number>> {
  return Object.fromEntries(elementEntries(shared).map(([key, value]) => [key, numberOr(value)]));
}

/**
 * State and settings by the names of an element. What was measured on somebody's device does not go
 * along: an element begins with its chapter's machine instead.
 */
function elementEntries({state, settings}: Shared): Entry[] {
  const isMeasured = ([key, value]: Entry): boolean =>
    key === linkedDeviceKey || isOwnMachine(value) || isLinkedMachine(value);
  const told = state.filter((entry) => !isMeasured(entry));
  const named = told.map(([key, value]) => [keyOfAddress(key), value] as const);
  return [...named, ...settingsOf(settings)];
}

/** Addresses of a picture in the two themes. */
export type Pictures = Readonly<Record<"light" | "dark", string>>;

/** Two files, of which the reader's settings choose one. */
export function pictureOf({title, link}: Shared, {light, dark}: Pictures): string {
  return [
    `<a href="${escapeHtml(link)}">`,
    `  <picture>`,
    `    <source srcset="${escapeHtml(dark)}" media="(prefers-color-scheme: dark)">`,
    `    <img src="${escapeHtml(light)}" alt="${escapeHtml(title)}" style="max-width:100%">`,
    `  </picture>`,
    `</a>`,
  ].join("\n");
}

/** A picture that is a link. */
export function markdownOf({title, link}: Shared, picture: string): string {
  return `[![${bracketed(title)}](${picture})](${bracketless(link)})`;
}

const bracketed = (text: string): string => text.replace(/[[\]\\]/g, "\\$&");

/** TeX between dollar signs, which GitHub and many others typeset, and where it is alive. */
export function markdownOfEquation({title, link}: Shared, tex: string): string {
  return `$$\n${tex}\n$$\n\n[${bracketed(title)}](${bracketless(link)})`;
}

/** The files of a picture, as the build names them and as they are downloaded. */
export const pictureFiles = (name: string, extension = "svg"): Pictures => ({
  light: `${name}.${extension}`,
  dark: `${name}-dark.${extension}`,
});

/** Where the build has put the pictures of the state with which the frame begins. */
export function builtPictures({name, root}: Pick<Shared, "name" | "root">): Pictures {
  const {light, dark} = pictureFiles(name);
  const at = (file: string): string => new URL(`embed/${file}`, root).href;
  return {light: at(light), dark: at(dark)};
}

function settingsOf({theme, hidesControls, locked}: SharedSettings): Entry[] {
  return [
    ...(theme === "auto" ? [] : [["theme", theme] as const]),
    ...(hidesControls ? [["hide", "controls"] as const] : []),
    ...(locked.length > 0 ? [["lock", locked.join(",")] as const] : []),
  ];
}

/** Numbers are written as numbers, where nothing of them is lost. */
const numberOr = (value: string): number | string =>
  String(Number(value)) === value ? Number(value) : value;

/** As it may stand in a script, which "</script>" would end. */
function literal(value: unknown): string {
  const text = JSON.stringify(value, null, 1).replace(/\n */g, " ").replaceAll("<", "\\u003c");
  return text.replace(/"(\w+)": /g, "$1: ").replace(/^{ | }$/g, (brace) => brace.trim());
}

/** Markdown ends an address at a bracket. */
const bracketless = (address: string): string =>
  address.replaceAll("(", "%28").replaceAll(")", "%29");

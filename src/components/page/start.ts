import type {Catalog} from "../../lib/catalog/catalog.js";
import {isOwnMachine, withOwnMachine} from "../../lib/catalog/own-machine.js";
import {readAddress, writeAddress, type Correction} from "../../lib/scenario/address.js";
import {namesIn} from "../../lib/scenario/names.js";
import {defaultScenario, type Scenario} from "../../lib/scenario/scenario.js";
import {viewOf, type View} from "../../lib/scenario/view.js";
import type {Attach, Context, Page} from "./context.js";
import {keepLinked, withLinked, type LinkedDevice} from "./linked-device.js";
import {watchOwnDevice, type OwnDevice} from "./own-device.js";
import {attachPresent} from "./present.js";

/** What a page brings to life: selector → attach, e.g. {"[data-figure]": attachFigure}. */
export type Attachments = Readonly<Record<string, Attach>>;

/** What is known beside the catalog: the reader's own device, and one that came with the link. */
export interface Devices {
  own: OwnDevice;
  linked: LinkedDevice;
}

/** How a page stands in its window: whole, or in a frame on somebody else's page. */
export interface Standing {
  /** The address of its chapter; what it shows is added to it. */
  home(): URL;
  /** What of its address tells a scenario, as a query. */
  query(): string;
  /** Writes the query of a scenario into the address, while a drag goes on or after it. */
  keep(query: string, settled: boolean): void;
  /** Of a change that somebody asks for, what may be changed here. */
  permit(changes: Partial<Scenario>, page: Page): Partial<Scenario>;
}

/** A page that has its window for itself. */
export const wholePage: Standing = {
  home: () => new URL(location.pathname, location.origin),
  query: () => location.search,
  keep: (query, settled) => keepAddress(query, settled),
  permit: (changes) => changes,
};

/** Brings a page to life: reads its address, and lets every component take over its elements. */
export function start(
  context: Context,
  attachments: Attachments,
  pageDefaults: Partial<Scenario>,
  {own, linked}: Devices,
  standing = wholePage,
): Page {
  const defaults: Scenario = {...defaultScenario, ...pageDefaults};
  const listed = withLinked(context.catalog, linked);
  let catalog = catalogWith(own, listed);
  const read = () => readAddress(standing.query(), namesIn(catalog), defaults);
  const first = read();
  const {watch, show, current} = createStage(() => catalog, first.scenario);

  keepRoom(own);
  const page: Page = {
    ...context,
    get catalog() {
      return catalog;
    },
    view: current,
    watch,
    change(changes, settled = true) {
      const scenario = {...current().scenario, ...standing.permit(changes, page)};
      show(scenario);
      standing.keep(keepLinked(writeAddress(scenario, defaults), linked), settled);
    },
    link(place) {
      const address = standing.home();
      address.search = keepLinked(
        writeAddress(current().scenario, defaults, {whole: true}),
        linked,
      );
      address.hash = place;
      return address.href;
    },
    light: lightSymbol,
  };

  const tell = (corrections: readonly Correction[], {problem}: OwnDevice = {}): void =>
    tellReader(corrections, page, [
      ...(problem === undefined ? [] : [page.words.page.notKept(problem)]),
      ...linkedSentence(linked, page),
    ]);
  addEventListener("popstate", () => {
    const {scenario, corrections} = read();
    show(scenario);
    tell(corrections);
  });
  watchOwnDevice((device) => {
    catalog = catalogWith(device, listed);
    keepRoom(device);
    const {scenario, corrections} = read(); // it may name a device that is known no longer
    show(scenario);
    tell(corrections, device);
  });
  for (const [selector, attach] of Object.entries(attachments)) {
    for (const element of document.querySelectorAll<HTMLElement>(selector)) attach(element, page);
  }
  watch(() => lightSymbol(litSymbol)); // charts write the classes of their marks anew
  lightUnderPointer(page);
  tell(first.corrections, own);
  attachPresent(page);
  document.documentElement.dataset["live"] = "true";
  return page;
}

function catalogWith({machine}: OwnDevice, catalog: Catalog): Catalog {
  return machine === undefined
    ? catalog
    : withOwnMachine(catalog, machine.hardware, machine.report);
}

/** Room for its button is kept free from the first moment (head.ts), and given back where it is none. */
function keepRoom({machine}: OwnDevice): void {
  document.documentElement.classList.toggle("measured", machine !== undefined);
}

/** Holds the view, and calls everyone who shows it at most once a frame. */
function createStage(catalog: () => Catalog, scenario: Scenario) {
  const watchers: ((view: View) => void)[] = [];
  let view = viewOf(scenario, catalog());
  let waiting = false;

  const showAll = (): void => {
    waiting = false;
    for (const watcher of watchers) watcher(view);
  };
  return {
    current: () => view,
    watch(watcher: (view: View) => void): void {
      watchers.push(watcher);
      watcher(view);
    },
    show(next: Scenario): void {
      view = viewOf(next, catalog());
      if (!waiting) requestAnimationFrame(showAll);
      waiting = true;
    },
  };
}

/** Keys of the address that are about the page and not about what it shows. */
const pageKeys = ["lang", "present"];

/** The address of the page as it stands, with the query of a scenario. */
function addressWith(query: string): string {
  const standing = new URLSearchParams(location.search);
  const parameters = new URLSearchParams(query);
  for (const key of pageKeys) {
    const value = standing.get(key);
    if (value !== null) parameters.set(key, value);
  }
  const search = parameters.toString();
  return `${location.pathname}${search === "" ? "" : `?${search}`}${location.hash}`;
}

/**
 * Writes the scenario into the address. A drag replaces the entry that it began with, so that one
 * step back undoes the whole drag.
 */
const keepAddress = (() => {
  let dragging = false;
  let pending: ReturnType<typeof setTimeout> | undefined;
  return (query: string, settled: boolean): void => {
    clearTimeout(pending);
    if (!dragging) {
      const address = addressWith(query);
      if (address === location.pathname + location.search + location.hash) return;
      history.pushState(null, "", address);
    } else {
      // Browsers refuse more than about a hundred changes of the address in half a minute.
      pending = setTimeout(
        () => history.replaceState(null, "", addressWith(query)),
        settled ? 0 : 250,
      );
    }
    dragging = !settled;
  };
})();

/** Says beside the first control what stood in the address and could not be taken, and what else is to be known. */
function tellReader(
  corrections: readonly Correction[],
  {words}: Page,
  others: readonly string[],
): void {
  const note = document.querySelector<HTMLElement>("[data-corrections]");
  if (note === null) return;
  const sentences = corrections.map(({key, found, used}) =>
    isOwnMachine(found)
      ? words.page.notMeasured(found, used)
      : words.page.corrected(key, found, used),
  );
  sentences.push(...others);
  note.hidden = sentences.length === 0;
  note.replaceChildren(
    ...sentences.map((sentence) => {
      const line = document.createElement("p");
      line.textContent = sentence;
      return line;
    }),
  );
}

/** Whose numbers the link has brought, or why it has brought none. */
function linkedSentence({hardware, problem}: LinkedDevice, {words, numbers}: Page): string[] {
  if (problem !== undefined) return [words.page.notLinked(problem)];
  if (hardware === undefined) return [];
  const {name, bandwidth, flops} = hardware;
  return [words.page.linked(name, numbers.bandwidth(bandwidth), numbers.flopRate(flops.int4 ?? 0))];
}

let litSymbol: string | null = null;

/** Everything that belongs to a symbol carries it in data-symbol; a lit one has the class "lit". */
function lightSymbol(symbol: string | null): void {
  litSymbol = symbol;
  const own = `[data-symbol~="${symbol ?? ""}"]`; // nothing belongs to ""
  for (const element of document.querySelectorAll(`.lit:not(${own})`)) {
    element.classList.remove("lit");
  }
  for (const element of document.querySelectorAll(`${own}:not(.lit)`)) element.classList.add("lit");
}

/** Pointing at anything that belongs to a symbol lights the symbol everywhere. */
function lightUnderPointer(page: Page): void {
  let lit: string | null = null;
  document.addEventListener("pointerover", (event) => {
    const element = event.target instanceof Element ? event.target.closest("[data-symbol]") : null;
    const symbol = element?.getAttribute("data-symbol")?.split(" ")[0] ?? null;
    if (symbol === lit || event.pointerType === "touch") return;
    page.light((lit = symbol));
  });
}

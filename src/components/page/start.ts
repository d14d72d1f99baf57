import type {Catalog} from "../../lib/catalog/catalog.js";
import {isOwnMachine, withOwnMachine} from "../../lib/catalog/own-machine.js";
import {readAddress, writeAddress, type Correction} from "../../lib/scenario/address.js";
import {namesIn} from "../../lib/scenario/names.js";
import {defaultScenario, type Scenario} from "../../lib/scenario/scenario.js";
import type {Attach, Context, Page} from "./context.js";
import {lightsIn} from "./lights.js";
import {keepLinked, withLinked, type LinkedDevice} from "./linked-device.js";
import {watchOwnDevice, type OwnDevice} from "./own-device.js";
import {showNotes} from "./notes.js";
import {attachPresent} from "./present.js";
import {createStage} from "./stage.js";

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
  const lights = lightsIn(document);

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
    light: lights.light,
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
  lights.follow(page);
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
  const corrected = corrections.map(({key, found, used}) =>
    isOwnMachine(found)
      ? words.page.notMeasured(found, used)
      : words.page.corrected(key, found, used),
  );
  showNotes(note, [...corrected, ...others]);
}

/** Whose numbers the link has brought, or why it has brought none. */
function linkedSentence({hardware, problem}: LinkedDevice, {words, numbers}: Page): string[] {
  if (problem !== undefined) return [words.page.notLinked(problem)];
  if (hardware === undefined) return [];
  const {name, bandwidth, flops} = hardware;
  return [words.page.linked(name, numbers.bandwidth(bandwidth), numbers.flopRate(flops.int4 ?? 0))];
}

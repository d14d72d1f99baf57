import {element as words} from "../../components/messages/en/element.js";
import {readAddress} from "../../lib/scenario/address.js";
import {namesIn} from "../../lib/scenario/names.js";
import {defaultScenario, type Scenario} from "../../lib/scenario/scenario.js";
import {viewOf, type View} from "../../lib/scenario/view.js";
import type {Brought} from "./brought.js";
import {unpackCatalog} from "./catalog.js";
import {
  fieldOf,
  keyOfAddress,
  keyOf,
  keys,
  queryOf,
  settingKeys,
} from "../../components/embed/keys.js";
import {showIn, type Shown} from "./shown.js";
import {toldOf, toldScenario, type Told, type ToldScenario} from "./told.js";

/** What a page may set: "batch" and the other keys of a scenario, "theme", "hide" and "lock". */
export type Choices = Readonly<Record<string, string | number>>;

/** The element as a page's script sees it; each key is a property besides. */
export interface InferenceElement extends HTMLElement {
  /** All that is shown, by key. What is set changes, the rest stays. */
  scenario: ToldScenario;
  /** What the laws say to it, as the event "estimate" tells it. */
  readonly estimate: Told["estimate"];
}

/**
 * The class of an element. Its attributes are the keys of a scenario; whoever sets one commands,
 * and the reader may move it afterwards. After every change it sends the event "estimate".
 */
export function elementClass(brought: Brought): CustomElementConstructor {
  const catalog = unpackCatalog(brought.catalog);
  const defaults: Scenario = {...defaultScenario, ...brought.scenario};
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(brought.css);

  class Notebook extends HTMLElement {
    static readonly observedAttributes = [...keys, ...settingKeys];

    readonly #root = this.attachShadow({mode: "open"});
    #scenario = defaults;
    #shown: Shown | undefined; // nothing, while it stands on no page
    /** Keys that the page has set or taken away, and that are not yet taken up. */
    readonly #asked = new Set<string>();
    /** Why what a key asks for is not shown. */
    readonly #refused = new Map<string, string>();

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
    }

    connectedCallback(): void {
      takeUpEarly(this);
      this.#takeUp();
      try {
        this.#shown = showIn(this.#root, brought, catalog, this.#scenario, {
          shown: (view) => queueMicrotask(() => this.#tell(view)), // whoever put it here can listen
          chosen: (scenario) => (this.#scenario = scenario),
        });
      } catch (error) {
        this.#root.textContent = words.frozen(String(error));
        throw error;
      }
      this.#dress();
      this.#shown.tell([...this.#refused.values()]);
    }

    disconnectedCallback(): void {
      this.#shown?.end();
      this.#shown = undefined;
    }

    attributeChangedCallback(key: string): void {
      if (settingKeys.includes(key)) return this.#dress();
      this.#asked.add(key);
      queueMicrotask(() => this.#takeUp()); // a page may set several, one after the other
    }

    get scenario(): ToldScenario {
      this.#takeUp();
      return toldScenario(this.#scenario);
    }

    set scenario(choices: ToldScenario) {
      for (const [key, value] of Object.entries(choices)) {
        this.setAttribute(keyOf[fieldOf(key)], String(value));
      }
    }

    get estimate(): Told["estimate"] {
      this.#takeUp();
      return toldOf(viewOf(this.#scenario, catalog)).estimate;
    }

    /** Takes up what the page has asked for since the last time. */
    #takeUp(): void {
      if (this.#asked.size === 0) return;
      // A model of one's own is told in "own" and named in "model" and "format".
      const names = ["model", "format"];
      const isNamed = this.hasAttribute("own") && names.some((key) => this.#asked.has(key));
      if (this.#asked.has("own") || isNamed)
        for (const key of ["own", ...names]) this.#asked.add(key);
      const base: Scenario = {...this.#scenario};
      const asked: Record<string, string> = {};
      for (const key of this.#asked) {
        const value = this.getAttribute(key);
        if (value !== null) asked[key] = value;
        else Object.assign(base, {[fieldOf(key)]: defaults[fieldOf(key)]});
        this.#refused.delete(key);
      }
      this.#asked.clear();
      const {scenario, corrections} = readAddress(queryOf(asked), namesIn(catalog), base);
      for (const correction of corrections) {
        const key = keyOfAddress(correction.key);
        this.#refused.set(key, words.corrected(key, correction.found, correction.used));
      }
      this.#scenario = scenario;
      this.#shown?.show(scenario);
      this.#shown?.tell([...this.#refused.values()]);
    }

    #dress(): void {
      const query = new URLSearchParams();
      for (const key of settingKeys) {
        const value = this.getAttribute(key);
        if (value !== null) query.set(key, value);
      }
      this.#shown?.dress(`?${query}`);
    }

    #tell(view: View): void {
      const detail = toldOf(view);
      this.dispatchEvent(new CustomEvent("estimate", {detail, bubbles: true, composed: true}));
    }
  }

  for (const key of [...keys, ...settingKeys]) {
    Object.defineProperty(Notebook.prototype, key, {
      get(this: Notebook) {
        return settingKeys.includes(key) ? this.getAttribute(key) : this.scenario[key];
      },
      set(this: Notebook, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(key);
        else this.setAttribute(key, String(value));
      },
      enumerable: true,
      configurable: true,
    });
  }
  return Notebook;
}

/** A page may have set properties before this script had come; they hide those of the class. */
function takeUpEarly(element: HTMLElement): void {
  const properties = element as unknown as Record<string, unknown>;
  for (const key of [...keys, ...settingKeys, "scenario"]) {
    if (!Object.hasOwn(properties, key)) continue;
    const value = properties[key];
    delete properties[key];
    properties[key] = value;
  }
}

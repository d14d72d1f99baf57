import {controls} from "../../components/messages/en/controls.js";
import {element as elementWords} from "../../components/messages/en/element.js";
import {frame} from "../../components/messages/en/figures/frame.js";
import type {Messages} from "../../components/messages/en/index.js";
import {quantities as quantityWords} from "../../components/messages/en/quantities.js";
import {createNumbers} from "../../components/numbers.js";
import type {Page} from "../../components/page/context.js";
import {lightsIn} from "../../components/page/lights.js";
import {showNotes} from "../../components/page/notes.js";
import {createStage} from "../../components/page/stage.js";
import {showLocked, unlocked} from "../../components/settings/lock.js";
import {readSettings, type Settings} from "../../components/settings/settings.js";
import {controlsIn, showHidden} from "../../components/settings/show.js";
import type {Catalog} from "../../lib/catalog/catalog.js";
import {writeAddress} from "../../lib/scenario/address.js";
import type {Scenario} from "../../lib/scenario/scenario.js";
import type {View} from "../../lib/scenario/view.js";
import type {Brought} from "./brought.js";
import {grow} from "../../components/embed/grow.js";

/** What stands in an element while the element stands on a page. */
export interface Shown {
  show(scenario: Scenario): void;
  /** Takes up theme, hide and lock, as the query of an address has them. */
  dress(query: string): void;
  /** Says what of the attributes could not be taken. */
  tell(sentences: readonly string[]): void;
  end(): void;
}

/**
 * Fills a shadow root with a chart or an equation, its controls, and the line that says where it
 * comes from, and keeps them live.
 *
 * @param changed told of every scenario that is shown, and of each that the reader has chosen
 */
export function showIn(
  root: ShadowRoot,
  brought: Brought,
  catalog: Catalog,
  scenario: Scenario,
  changed: {shown(view: View): void; chosen(scenario: Scenario): void},
): Shown {
  const around = grow(brought.grown, brought.root) as HTMLElement;
  root.replaceChildren(around);
  const part = <Part extends HTMLElement>(selector: string): Part =>
    around.querySelector<Part>(selector)!;
  const end = new AbortController();
  const stage = createStage(() => catalog, scenario);
  const lights = lightsIn(around);
  let settings: Settings = readSettings("", []);

  const page: Page = {
    catalog,
    words: wordsOf(brought),
    numbers: createNumbers("en"),
    quantities: brought.quantities,
    view: stage.current,
    watch: stage.watch,
    change(changes) {
      const chosen = {...stage.current().scenario, ...unlocked(changes, settings.locked, page)};
      stage.show(chosen);
      changed.chosen(chosen);
    },
    link() {
      const address = new URL(brought.origin, brought.root);
      const {scenario} = stage.current();
      address.search = writeAddress(scenario, scenario, {whole: true});
      return address.href;
    },
    light: lights.light,
    ended: end.signal,
  };

  brought.bringToLife(around, page);
  lights.follow(page);
  page.watch((view) => {
    part<HTMLAnchorElement>(".frame-origin a").href = page.link("");
    changed.shown(view);
  });
  return {
    show: stage.show,
    dress(query) {
      settings = readSettings(query, controlsIn(around));
      // As the sheet writes them, since it holds no rule for what no script ever sets.
      around.setAttribute("data-theme", settings.theme);
      around.setAttribute("data-hide", settings.hidden.includes("controls") ? "controls" : "");
      showHidden(settings.hidden, around);
      showLocked(settings.locked, around);
      showNotes(
        part("[data-settings]"),
        settings.refused.map(({key, found, known}) =>
          elementWords.leftAside(key, found, known.join(", ")),
        ),
      );
    },
    tell: (sentences) => showNotes(part("[data-corrections]"), sentences),
    end() {
      end.abort();
      root.replaceChildren();
    },
  };
}

/** Of all words those that a chart, an equation or a control says; no other part stands here. */
function wordsOf({figures}: Brought): Messages {
  const words = {
    locale: "en",
    controls,
    quantities: quantityWords,
    figures: {...frame, ...figures},
  };
  return words as Messages;
}

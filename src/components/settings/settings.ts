/**
 * What the address of a chapter or of a frame may ask for beside its scenario, so that whoever hands
 * out a link decides what its readers can do: theme, hide, lock and reveal.
 */
export interface Settings {
  theme: "light" | "dark" | "auto";
  /** Names of controls that are not shown, as their data-control says; "controls" for all of them. */
  hidden: readonly string[];
  /** Names of controls that cannot be moved; "all" for everything. */
  locked: readonly string[];
  /** Whether solutions, and the answers to what is to be predicted first, can be opened. */
  reveals: boolean;
  refused: readonly Refused[];
}

/** A setting that stood in the address and is none, and what would have been one. */
export interface Refused {
  key: keyof typeof keys;
  found: string;
  known: readonly string[];
}

const keys = {theme: "theme", hide: "hide", lock: "lock", reveal: "reveal"} as const;
const themes = ["auto", "light", "dark"] as const;
const reveals = ["on", "off"];

/** So much of a value is told to the reader. */
const shownCharacters = 60;

/**
 * Reads the settings in the query of an address, e.g. "?theme=dark&lock=batch,machine". What the
 * page does not know is left aside, and told.
 *
 * @param controls names of the controls on the page
 * @param elsewhere names of controls of other pages: settings travel from chapter to chapter, so a
 * control that stands on another one is not told
 */
export function readSettings(
  query: string,
  controls: readonly string[],
  elsewhere: readonly string[] = [],
): Settings {
  const asked = new URLSearchParams(query);
  const refused: Refused[] = [];
  const refuse = (key: Refused["key"], found: string, known: readonly string[]): void => {
    refused.push({key, found: found.slice(0, shownCharacters), known});
  };

  const theme = asked.get(keys.theme) ?? "auto";
  const known = themes.find((name) => name === theme);
  if (known === undefined) refuse("theme", theme, themes);

  const named = (key: "hide" | "lock", all: string): string[] => {
    const known = [all, ...controls];
    const names = listed(asked.get(keys[key]));
    const unknown = names.filter((name) => !known.includes(name) && !elsewhere.includes(name));
    if (unknown.length > 0) refuse(key, unknown.join(","), known);
    return names.filter((name) => known.includes(name));
  };
  const hidden = named("hide", "controls");
  const locked = named("lock", "all");

  const reveal = asked.get(keys.reveal) ?? "on";
  if (!reveals.includes(reveal)) refuse("reveal", reveal, reveals);

  return {
    theme: known ?? "auto",
    hidden,
    locked,
    reveals: reveal !== "off",
    refused,
  };
}

/** The settings in a query, to be kept when the scenario in it changes. */
export function keepSettings(from: string, to: string): string {
  const asked = new URLSearchParams(from);
  const query = new URLSearchParams(to);
  for (const key of [...Object.keys(keys), "lang"]) {
    const value = asked.get(key);
    if (value !== null) query.set(key, value);
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

function listed(text: string | null): string[] {
  return (text ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

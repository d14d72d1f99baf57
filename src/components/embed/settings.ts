/** What the address of a frame may ask for beside its scenario: theme, hide and lock. */
export interface Settings {
  theme: "light" | "dark" | "auto";
  hidesControls: boolean;
  /** Names of controls that cannot be moved, as their data-control says; "all" for everything. */
  locked: readonly string[];
  refused: readonly Refused[];
}

/** A setting that stood in the address and is none, and what would have been one. */
export interface Refused {
  key: keyof typeof keys;
  found: string;
  known: readonly string[];
}

const keys = {theme: "theme", hide: "hide", lock: "lock"} as const;
const themes = ["auto", "light", "dark"] as const;

/** So much of a value is told to the reader. */
const shownCharacters = 60;

/**
 * Reads the settings in the query of an address, e.g. "?theme=dark&lock=batch,machine". What the
 * frame does not know is left aside, and told.
 *
 * @param controls names of the controls in the frame
 */
export function readSettings(query: string, controls: readonly string[]): Settings {
  const asked = new URLSearchParams(query);
  const refused: Refused[] = [];
  const refuse = (key: Refused["key"], found: string, known: readonly string[]): void => {
    refused.push({key, found: found.slice(0, shownCharacters), known});
  };

  const theme = asked.get(keys.theme) ?? "auto";
  const known = themes.find((name) => name === theme);
  if (known === undefined) refuse("theme", theme, themes);

  const hide = asked.get(keys.hide);
  if (hide !== null && hide !== "controls") refuse("hide", hide, ["controls"]);

  const lockable = ["all", ...controls];
  const lock = listed(asked.get(keys.lock));
  const unknown = lock.filter((name) => !lockable.includes(name));
  if (unknown.length > 0) refuse("lock", unknown.join(","), lockable);

  return {
    theme: known ?? "auto",
    hidesControls: hide === "controls",
    locked: lock.filter((name) => lockable.includes(name)),
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

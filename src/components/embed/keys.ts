import {addressKeys} from "../../lib/scenario/address.js";
import type {Scenario} from "../../lib/scenario/scenario.js";

/**
 * The names by which a page sets a scenario: attributes of the element, its properties, and what
 * mount() takes. They are the keys of an address, but for one: "class" is HTML's own, so the kind of
 * machine is called "kind". They are a promise to other people's pages.
 */
export const keyOf: Readonly<Record<keyof Scenario, string>> = {...addressKeys, kind: "kind"};

/** Every key, e.g. "batch". */
export const keys: readonly string[] = Object.values(keyOf);

/** How the element looks and what can be moved in it, by the same names as in a frame's address. */
export const settingKeys: readonly string[] = ["theme", "hide", "lock"];

const fields = new Map(Object.entries(keyOf).map(([field, key]) => [key, field as keyof Scenario]));

/** The field that a key stands for, e.g. "prompt" → "promptTokens". */
export function fieldOf(key: string): keyof Scenario {
  const field = fields.get(key);
  if (field === undefined) throw new TypeError(`${key} is no key; there are ${keys.join(", ")}`);
  return field;
}

/** What a page has asked for, as the query of an address. */
export function queryOf(asked: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({v: "1"});
  for (const [key, value] of Object.entries(asked)) query.set(addressKeys[fieldOf(key)], value);
  return `?${query}`;
}

/** The key of the element for one of an address. */
export function keyOfAddress(addressKey: string): string {
  return addressKey === addressKeys.kind ? keyOf.kind : addressKey;
}

/** What a teacher wants of a link to a chapter. */
export interface Wanted {
  /** The chapter's address, e.g. "https://…/pages/latency.html". */
  page: string;
  /** The address of the same chapter as the teacher has set it, or "". */
  setAddress: string;
  /** Names of controls. */
  locked: readonly string[];
  hidden: readonly string[];
  closesAnswers: boolean;
}

/** Why no link can be made of it. */
export type Refusal = "noAddress" | "elsewhere" | "otherPage";

/** Settings that the dialog decides, whatever the address that was pasted says. */
const decided = ["lock", "hide", "reveal", "present"];
const longest = 8000; // characters: what browsers and chats pass on

/** A link that begins with the teacher's state and has the settings of the lesson. */
export function lessonLink(wanted: Wanted): {address: string} | {refusal: Refusal} {
  const address = new URL(wanted.page);
  const text = wanted.setAddress.trim();
  if (text !== "") {
    if (text.length > longest || !URL.canParse(text)) return {refusal: "noAddress"};
    const set = new URL(text);
    if (set.origin !== address.origin) return {refusal: "elsewhere"};
    if (plain(set.pathname) !== plain(address.pathname)) return {refusal: "otherPage"};
    address.search = set.search;
    address.hash = set.hash;
  }
  for (const key of decided) address.searchParams.delete(key);
  if (wanted.locked.length > 0) address.searchParams.set("lock", wanted.locked.join(","));
  if (wanted.hidden.length > 0) address.searchParams.set("hide", wanted.hidden.join(","));
  if (wanted.closesAnswers) address.searchParams.set("reveal", "off");
  address.search = address.search.replaceAll("%2C", ",");
  return {address: address.href};
}

/** The cover is a folder to some servers, and pages end in .html to some and in nothing to others. */
function plain(path: string): string {
  return path.replace(/index(\.html)?$/, "").replace(/\.html$/, "");
}

/**
 * A script for the head of every page: before anything is painted, the page wears the theme that its
 * address asks for, shows no control that it hides, and keeps its answers closed. So nothing appears
 * and goes away again. settings.ts reads the same address once the page is alive, and tells the
 * reader what in it is wrong.
 */
export const dressAsAsked = `{
const page = document.documentElement;
const asked = new URLSearchParams(location.search);
if (["light", "dark"].includes(asked.get("theme"))) page.dataset.theme = asked.get("theme");
if (asked.get("reveal") === "off") page.dataset.reveal = "off";
const hidden = (asked.get("hide") ?? "").split(",").filter((name) => /^[\\w-]{1,40}$/.test(name));
if (hidden.includes("controls")) page.dataset.hide = "controls";
if (hidden.length > 0) {
const sheet = new CSSStyleSheet();
for (const name of hidden) sheet.insertRule('[data-control="' + name + '"] { display: none !important }');
document.adoptedStyleSheets = [sheet];
}
}`.replaceAll("\n", "");

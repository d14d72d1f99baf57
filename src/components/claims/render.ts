import type {Measurement} from "../../lib/catalog/catalog.js";
import {recountAll, type Recount} from "../../lib/scenario/claims/recount.js";
import {entries, rowsOf, topics, type Entry, type Topic} from "../../lib/scenario/claims/topics.js";
import {escapeHtml} from "../build/html.js";
import type {BuildContext, Render} from "../page/context.js";
import {claimFacts} from "./facts.js";
import {signs, verdictClass} from "./signs.js";
import {amount, equationOf} from "./written.js";

/**
 * Claims of the article, each recomputed: what is printed, what its own law gives, what is right,
 * what was measured, and a verdict with its reason. An entry opens without any script.
 *
 *     <div data-claims="pi"></div>                              all claims on a topic
 *     <div data-claims="speed-pi-7b-int4, flops-m1"></div>      these claims, in this order
 *
 * Topics and entries are listed in src/lib/scenario/claims/topics.ts. Everything follows from
 * data/*.csv and the laws alone, so nothing needs to be attached in the browser.
 */
export const renderClaims: Render = (attributes, _view, context) => {
  const chosen = entriesNamed(attributes["claims"] ?? "");
  return chosen.map((entry) => renderEntry(entry, context)).join("");
};

function entriesNamed(list: string): readonly Entry[] {
  if (list in topics) return topics[list as Topic];
  return list.split(",").map((name) => {
    const entry = entries.find((one) => one === name.trim());
    if (entry !== undefined) return entry;
    const known = [...Object.keys(topics), ...entries].join(", ");
    throw new Error(`data-claims has "${name.trim()}"; it should be one of ${known}`);
  });
}

function renderEntry(entry: Entry, context: BuildContext): string {
  const {words, catalog} = context;
  const recounts = recountAll(catalog);
  const rows = rowsOf(entry, [...recounts.keys()]).map((id) => recounts.get(id)!);
  const [first] = rows as [Recount];
  const says = words.claims.says[entry](printed(first, context));
  const {verdict} = first;
  return [
    `<details class="claim-entry" id="claim-${entry}">`,
    `<summary>${sign(first)}<span class="claim-says">${escapeHtml(says)}</span>`,
    ` <span class="claim-verdict ${verdictClass(verdict)}">${escapeHtml(words.claims.verdicts[verdict])}</span></summary>`,
    `<div class="claim-body">`,
    rows.length > 1 ? tableFacts(rows, context) : oneFact(first, context),
    `<p>${escapeHtml(words.claims.reasons[entry](claimFacts(context)))}</p>`,
    statedIn(first, context),
    `</div></details>`,
  ].join("");
}

function sign({verdict}: Recount): string {
  return `<svg class="claim-sign ${verdictClass(verdict)}" viewBox="-8 -8 16 16" aria-hidden="true"><path fill-rule="evenodd" d="${signs[verdict]}"/></svg>`;
}

/** The number as it is printed, e.g. "277 tokens a second"; nothing where the claim is a sentence. */
function printed({claim}: Recount, context: BuildContext): string {
  return claim.value === undefined ? "" : amount(claim.value, claim.unit, context);
}

/** Printed, by its own law, corrected, measured: side by side, or below each other on a phone. */
function oneFact(recount: Recount, context: BuildContext): string {
  const {own, corrected, cases, measured, claim, verdict} = recount;
  const {claims} = context.words;
  const facts: string[] = [];
  if (claim.value !== undefined) facts.push(fact(claims.printed, printed(recount, context)));
  if (own?.law !== undefined && verdict !== "right") {
    facts.push(fact(claims.own, amount(own.value, own.unit, context)));
  }
  if (corrected !== undefined) {
    const label = labelOf(recount, context);
    facts.push(fact(label, amount(corrected.value, corrected.unit, context)));
  }
  if (cases !== undefined) {
    const {numbers} = context;
    const what = claims.unit(claim.value === undefined ? claim.unit : "models");
    const text = claims.casesOf(numbers.whole(cases.holds), numbers.whole(cases.of), what);
    facts.push(fact(claims.cases, text));
  }
  if (measured !== undefined) {
    const speed = amount(measured.tokensPerSecond, "tokens/s", context);
    facts.push(fact(claims.measured, speed, measuredBy(measured, context)));
  }
  // Where both laws give the same, or the printed one gives nothing, one equation says all.
  const equations = [own, corrected]
    .filter((call, i, both) => call !== undefined && (i === 0 || call !== both[0]))
    .map((call) => equationOf(call!, context))
    .filter((equation) => equation !== "");
  return `<dl class="claim-facts">${facts.join("")}</dl>${equations.map((equation) => `<div class="claim-law">${equation}</div>`).join("")}`;
}

/** Of a table: from the least cell to the greatest, printed and corrected, and the law of one cell. */
function tableFacts(rows: readonly Recount[], context: BuildContext): string {
  const {claims} = context.words;
  const range = (values: readonly number[], unit: string): string =>
    claims.printedTo(
      context.numbers.bits(Math.min(...values)),
      amount(Math.max(...values), unit, context),
    );
  const {unit} = rows[0]!.claim;
  const corrected = rows.map((row) => row.corrected!.value);
  const stated = rows.map(({claim}) => claim.value!);
  const facts = [
    fact(claims.printed, range(stated, unit)),
    fact(labelOf(rows[0]!, context), range(corrected, unit)),
  ];
  const [{own, corrected: right}] = rows as [Recount];
  const equations = own === right ? [own!] : [own!, right!];
  const laws = equations.map((call) => `<div class="claim-law">${equationOf(call, context)}</div>`);
  return `<dl class="claim-facts">${facts.join("")}</dl>${laws.join("")}`;
}

/** What a right number is called: looked up, computed to the same, or corrected. */
function labelOf({corrected, verdict}: Recount, {words: {claims}}: BuildContext): string {
  if (corrected?.law === undefined) return claims.figure;
  return verdict === "right" ? claims.computed : claims.right;
}

function fact(label: string, text: string, more = ""): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}${more}</dd></div>`;
}

/** Who measured it: the source, linked, and whether it could be read there. */
function measuredBy({source, url, verified}: Measurement, {words}: BuildContext): string {
  const name = `<span translate="no">${escapeHtml(source)}</span>`;
  const linked =
    url === undefined ? name : `<a href="${escapeHtml(url)}" rel="external">${name}</a>`;
  const doubt = verified ? "" : ` <b class="unverified">${escapeHtml(words.claims.unverified)}</b>`;
  return ` <small>${linked}${doubt}</small>`;
}

function statedIn({claim}: Recount, {words}: BuildContext): string {
  const name = `<span translate="no">${escapeHtml(claim.source)}</span>`;
  const linked =
    claim.url === undefined
      ? name
      : `<a href="${escapeHtml(claim.url)}" rel="external">${name}</a>`;
  const doubt = claim.verified
    ? ""
    : ` <b class="unverified">${escapeHtml(words.claims.unverified)}</b>`;
  return `<p class="claim-source">${escapeHtml(words.claims.statedIn)} ${linked}${doubt}</p>`;
}

import {formats} from "../../lib/arithmetic/precision.js";
import {attentionHeads} from "../../lib/scenario/attention-heads.js";
import {elementBytes} from "../../lib/scenario/printed-caches.js";
import {scenarioWords} from "../../lib/scenario/address.js";
import {linkedMachineIn} from "../../lib/catalog/linked-machine.js";
import {listedMachines, ownMachineIn} from "../../lib/catalog/own-machine.js";
import type {Scenario} from "../../lib/scenario/scenario.js";
import type {View} from "../../lib/scenario/view.js";
import type {Context} from "../page/context.js";

/** A choice of one name: a few as buttons (data-options), all of them as a list. */
export interface Choice {
  label:
    | "model"
    | "machine"
    | "rival"
    | "format"
    | "cache"
    | "attention"
    | "sort"
    | "kind"
    | "shown"
    | "rows"
    | "workers";
  symbol: string;
  value(view: View): string;
  change(name: string): Partial<Scenario>;
  /** The name as it stands on a button: "Apple M2 Max" → "M2 Max". */
  short(name: string, context: Context): string;
  /** True where the options are words and no names. */
  inWords?: true;
  groups(context: Context): readonly {name: string; options: readonly string[]}[];
  /** What the reader brought along, beside what everyone has: his model, his file, his device. */
  own?(scenario: Scenario, context: Context): string | undefined;
  /** True where that is his device, for which room is kept free. */
  choosesMachine?: true;
}

export const choices: Readonly<Record<string, Choice>> = {
  machine: {
    label: "machine",
    symbol: "bandwidth",
    value: ({machine}) => machine.name,
    change: (machine) => ({machine}),
    short: shortMachine,
    groups: machineGroups,
    own: (_, {catalog}) => (linkedMachineIn(catalog) ?? ownMachineIn(catalog))?.name,
    choosesMachine: true,
  },
  rival: {
    label: "rival",
    symbol: "rival",
    value: ({rival}) => rival.name,
    change: (rival) => ({rival}),
    short: shortMachine,
    groups: machineGroups,
    own: (_, {catalog}) => (linkedMachineIn(catalog) ?? ownMachineIn(catalog))?.name,
    choosesMachine: true,
  },
  model: {
    label: "model",
    symbol: "parameters",
    value: ({model}) => model.name,
    change: (model) => ({model}),
    short: (name) => name,
    groups: ({catalog}) => grouped(catalog.models, ({architecture}) => architecture.family),
    own: ({own}) => own?.name,
  },
  format: {
    label: "format",
    symbol: "bytesPerWeight",
    value: ({format}) => format.name,
    change: (format) => ({format}),
    short: (name) => name.replace(/ file$/, ""),
    groups: ({words}) => grouped(formats, ({kind}) => words.controls.formatKinds[kind]),
    own: ({own}) => own?.file?.name,
  },
  // How wide each number of a conversation is kept: data-options="FP16, Q8_0, Q4_0".
  cache: {
    label: "cache",
    symbol: "bytesPerElement",
    value: ({scenario}) =>
      cachePrecisions.find((name) => elementBytes(name) === scenario.kvBytesPerElement) ?? "",
    change: (name) => ({kvBytesPerElement: elementBytes(name)}),
    short: (name) => name,
    groups: ({words}) => [{name: words.controls.cache, options: cachePrecisions}],
  },
  // The model again, by what its heads share: data-options="Llama-2-7B, Llama-3-8B, …".
  attention: {
    label: "attention",
    symbol: "keptElements",
    value: ({model}) => model.name,
    change: (model) => ({model}),
    short: (name, {words, catalog}) => {
      const architecture = catalog.models.find((model) => model.name === name)?.architecture;
      if (architecture === undefined) return name; // the reader's own
      const {attentionKinds} = words.controls;
      const kind =
        architecture.slidingWindow === undefined
          ? attentionKinds[attentionHeads(architecture).kind]
          : attentionKinds.window;
      return `${kind} · ${name}`;
    },
    groups: ({catalog}) => grouped(catalog.models, ({architecture}) => architecture.family),
    own: ({own}) => own?.name,
  },
  sort: wordChoice("sort"),
  kind: wordChoice("kind"),
  shown: wordChoice("shown"),
  // One worker of the browser, or all: data-options="one, all".
  workers: wordChoice("workers"),
  rows: {
    label: "rows",
    symbol: "rows",
    inWords: true,
    value: ({scenario}) => String(scenario.rows),
    change: (rows) => ({rows: Number(rows)}),
    short: (rows, {words: {controls}}) => (Number(rows) >= allRows ? controls.allRows : rows),
    groups: ({words}) => [{name: words.controls.rows, options: ["14", String(allRows)]}],
  },
};

const allRows = 200; // more than there are machines

/** llama.cpp keeps a cache in these: --cache-type-k and --cache-type-v. */
const cachePrecisions = ["FP32", "FP16", "Q8_0", "Q4_0"];

/** A choice among the few words of a field, each of which has a label of its own. */
function wordChoice(field: "sort" | "kind" | "shown" | "workers"): Choice {
  return {
    label: field,
    symbol: field,
    inWords: true,
    value: ({scenario}) => scenario[field],
    change: (word) => ({[field]: word}),
    short: (word, {words: {controls}}) => {
      const labels: Readonly<Record<string, string>> =
        field === "kind" ? {...controls.kinds, ...controls.machineClasses} : controls[`${field}s`];
      return labels[word] ?? word;
    },
    groups: ({words}) => [{name: words.controls[field], options: scenarioWords[field]}],
  };
}

function shortMachine(name: string): string {
  return name.replace(/^Apple /, "").replace(/ 80GB$/, "");
}

function machineGroups({catalog, words}: Context): {name: string; options: string[]}[] {
  return grouped(
    listedMachines(catalog),
    ({hardware}) => words.controls.machineClasses[hardware.class],
  );
}

function grouped<Row extends {name: string}>(
  rows: readonly Row[],
  groupOf: (row: Row) => string,
): {name: string; options: string[]}[] {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const name = groupOf(row);
    groups.set(name, [...(groups.get(name) ?? []), row.name]);
  }
  return [...groups].map(([name, options]) => ({name, options}));
}

import {measuredDecode} from "../../../lib/catalog/measured.js";
import {againstRival, type View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import type {LawTable} from "../law-table.js";

/** The two machines that the reader has pinned, side by side. */
export const twoMachines: LawTable = {
  caption: (view, {words}) =>
    words.tables.twoMachines.caption(view.machine.name, view.rival.name, view.model.name),
  columns: ({words}) => words.tables.twoMachines.columns,
  rows: (view, context) => {
    const {words, catalog} = context;
    const texts = words.tables.twoMachines;
    const sides = [view, againstRival(view, catalog)];
    const measured = (side: View) => measuredDecode(catalog, side.scenario)?.tokensPerSecond;
    return [
      [texts.machine, ...sides.map(({machine}) => machine.name), ""],
      compared(texts.memory, sides, ({machine}) => machine.hardware.memoryBytes, "bytes", context),
      compared(
        texts.bandwidth,
        sides,
        ({machine}) => machine.hardware.bandwidth,
        "bandwidth",
        context,
      ),
      compared(texts.flops, sides, ({simple}) => simple.flops, "flopRate", context),
      [
        texts.holds,
        ...sides.map(({estimate}) =>
          estimate.fits === undefined ? texts.unknown : texts.fits(estimate.fits),
        ),
        "",
      ],
      compared(texts.roof, sides, ({estimate}) => 1 / estimate.decode.roofSeconds, "rate", context),
      compared(
        texts.forecast,
        sides,
        ({estimate}) => 1 / estimate.decode.forecast.seconds,
        "rate",
        context,
      ),
      compared(texts.measured, sides, measured, "rate", context),
      [texts.waits, ...sides.map(({estimate}) => texts.waitsFor[estimate.decode.bound]), ""],
    ];
  },
  room: 9,
};

/** One line: both values and how many times the first is the second. */
function compared(
  name: string,
  sides: readonly View[],
  value: (side: View) => number | undefined,
  writer: "bytes" | "bandwidth" | "flopRate" | "rate",
  {words, numbers}: Context,
): string[] {
  const [first, second] = sides.map(value);
  const written = [first, second].map((each) =>
    each === undefined ? words.tables.twoMachines.unknown : numbers[writer](each),
  );
  const ratio = first === undefined || second === undefined ? "" : numbers.number(first / second);
  return [name, ...written, ratio];
}

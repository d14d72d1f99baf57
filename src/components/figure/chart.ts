import type {Selection} from "d3-selection";
import type {FormulaId} from "../../lib/formula/formulas.js";
import type {Scenario} from "../../lib/scenario/scenario.js";
import type {View} from "../../lib/scenario/view.js";
import type {Attributes, Context} from "../page/context.js";

/** An SVG to draw on. */
export type Canvas = Selection<SVGSVGElement, unknown, null, undefined>;

/** A layer of a drawing. */
export type Layer = Selection<SVGGElement, unknown, null, undefined>;

/** The room that a chart has, in CSS pixels: its text keeps its size, whatever the width. */
export interface Layout {
  width: number;
  height: number;
  /** True in a narrow column or on a phone: fewer ticks, shorter labels, labels inside. */
  narrow: boolean;
}

/** A place in a drawing, in CSS pixels from its upper left corner. */
export interface Place {
  x: number;
  y: number;
}

/** What a chart shows, as rows: for the table, the CSV and whoever cannot see the drawing. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/**
 * One chart, drawn with D3 on any SVG: at build on an empty document, in the browser on the live
 * one. Marks that a reader may ask about have the class "point" and the attributes data-label (a
 * sentence) and data-x, data-y (the values at the mark); the frame makes them reachable by
 * keyboard. Marks that belong to a symbol of an equation carry data-symbol, e.g. "bandwidth".
 */
export interface Chart {
  /** The tag's data-figure value, and the key of the chart's words, e.g. "roofline". */
  name: string;
  /** The law that it draws, if it is one: readers can copy it from the figure's menu. */
  law?: FormulaId;
  /** Height in CSS pixels, fixed so that nothing moves when the page comes alive. */
  height: {wide: number; narrow: number};
  /** Height where it follows the state, as that of a list does. */
  heightFor?(view: View, context: Context): {wide: number; narrow: number};
  /** The point of the figure, in one sentence. May follow the state. */
  title(view: View, context: Context, options: Attributes): string;
  /** What to see in it now: one sentence that follows the state. */
  summary(view: View, context: Context, options: Attributes): string;
  /** Draws what stays, and returns the function that draws what changes with the view. */
  create(
    canvas: Canvas,
    layout: Layout,
    context: Context,
    options: Attributes,
  ): (view: View) => void;
  /**
   * Takes hold of what lies at a place of the live drawing (CSS px), where something can be moved.
   * Returns what the scenario becomes when it is moved to another place.
   */
  hold?(
    from: Place,
    view: View,
    layout: Layout,
    context: Context,
  ): ((to: Place) => Partial<Scenario>) | undefined;
  /** The same facts as rows. */
  table(view: View, context: Context, options: Attributes): Table;
}

/** Titles, summaries, axes and labels of the charts, by the chart's name. */
export const figures = {};

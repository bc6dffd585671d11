// Waterfall: what each step takes from what the one before it left; wholes stand on zero. Where every row is a whole,
// it is a list of bars. Lying down, for the names of steps are longer than their bars are wide.
import type { EChartsCoreOption } from "echarts/core";
import { accent, compact, fontFamily, ink, line, muted, soFarStyle, tone, tooltip } from "./look";
import { column, type ChartTable, type Row } from "./table";

/** Which column holds the height reached: what a step leaves, or what a bar is worth. */
const reached = (figure: HTMLElement): number => (figure.dataset.chart === "waterfall" ? 1 : 0);

interface Span {
  readonly low: number;
  readonly high: number;
}

export const waterfall = (table: ChartTable, figure: HTMLElement, narrow: boolean): EChartsCoreOption => {
  const ends = column(table, reached(figure)).map((value) => value ?? 0);
  const spans = ends.map((end, i): Span => {
    const from = isWhole(table.rows[i]) ? 0 : (ends[i - 1] ?? 0);
    return { low: Math.min(from, end), high: Math.max(from, end) };
  });
  const label = { color: ink, fontFamily, fontSize: 13 };
  return {
    grid: { left: 4, right: narrow ? 52 : 72, top: 4, bottom: 4, outerBoundsMode: "same" },
    tooltip: { ...tooltip(table), axisPointer: { type: "shadow", shadowStyle: { color: line, opacity: 0.5 } } },
    xAxis: {
      type: "value",
      axisLabel: { color: muted, fontFamily, fontSize: 13, formatter: compact, hideOverlap: true },
      splitNumber: narrow ? 2 : 5,
      axisLine: { show: false },
      splitLine: { lineStyle: { color: line, width: 1 } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: table.rows.map((row) => row.label),
      axisLabel: { ...label, width: narrow ? 96 : 190, overflow: "break" as const, lineHeight: 15 },
      axisLine: { onZero: true, lineStyle: { color: muted } },
      axisTick: { show: false },
    },
    series: [
      bars("lift", spans.map((span) => ({ value: lift(span), itemStyle: { color: "transparent" } })), true),
      bars("above", spans.map((span, i) => bar(Math.max(0, span.high) - Math.max(0, span.low), table.rows[i]))),
      bars("below", spans.map((span, i) => bar(Math.min(0, span.low) - Math.min(0, span.high), table.rows[i]))),
      {
        type: "scatter",
        silent: true,
        symbolSize: 0,
        emphasis: { disabled: true },
        data: spans.map((span, i) => ({
          value: [Math.max(0, span.high), i],
          label: { show: true, position: "right", formatter: table.rows[i]?.mark ?? "", ...label },
        })),
      },
    ],
  };
};

const isWhole = (row: Row | undefined): boolean => row === undefined || row.part === null || row.part === "whole";

/** Where a bar that does not start at zero starts. */
const lift = (span: Span): number => (span.low > 0 ? span.low : span.high < 0 ? span.high : 0);

const bars = (name: string, data: object[], silent = false) => ({
  type: "bar" as const,
  name,
  stack: "ladder",
  silent,
  barCategoryGap: "32%",
  emphasis: { disabled: true },
  data,
});

const bar = (value: number, row: Row | undefined) => ({
  value,
  itemStyle: row?.part === "below" ? soFarStyle(muted) : { color: isWhole(row) ? tone(row?.tone ?? null, accent) : tone(null) },
});

// Periods: revenue as a pale bar, and on it what was left; the period that still runs is hatched.
import type { EChartsCoreOption } from "echarts/core";
import { accent, baseAxis, fontFamily, line, losing, muted, soFarStyle, tooltip, valueAxis } from "./look";
import { column, type ChartTable } from "./table";

const revenue = 0;
const left = 1;

export const periods = (table: ChartTable, figure: HTMLElement, narrow: boolean): EChartsCoreOption => ({
  grid: { left: 4, right: 4, top: 28, bottom: 4, outerBoundsMode: "same" },
  tooltip: { ...tooltip(table), axisPointer: { type: "shadow", shadowStyle: { color: line, opacity: 0.5 } } },
  xAxis: {
    ...baseAxis(""),
    type: "category",
    data: table.rows.map((row) => row.label),
    axisLabel: {
      color: muted,
      fontFamily,
      fontSize: 13,
      lineHeight: 18,
      hideOverlap: true,
      // the year stands under the first of it that is named
      formatter: (label: string, index: number): string => {
        if (table.rows[index]?.soFar) return "so far";
        const [quarter = label, year = ""] = label.split(" ");
        return index === 0 || quarter === "Q1" || narrow ? `${quarter}\n${year}` : quarter;
      },
    },
  },
  yAxis: valueAxis(figure.dataset.unit ?? ""),
  series: [
    bars(table, revenue, () => "var(--pale)"),
    bars(table, left, (value) => (value < 0 ? losing : accent)),
  ],
});

const bars = (table: ChartTable, index: number, colour: (value: number) => string) => ({
  type: "bar" as const,
  barGap: "-100%",
  barCategoryGap: "28%",
  barMaxWidth: 72,
  emphasis: { disabled: true },
  data: column(table, index).map((value, i) => ({
    value,
    itemStyle: table.rows[i]?.soFar ? soFarStyle(colour(value ?? 0)) : { color: colour(value ?? 0) },
  })),
});

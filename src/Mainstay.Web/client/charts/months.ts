// Months: money above, people below, on one calendar. Two small charts, because two scales on one mislead.
import type { EChartsCoreOption } from "echarts/core";
import { accent, baseAxis, fontFamily, losing, muted, soFarStyle, steady, tooltip, valueAxis } from "./look";
import { column, type ChartTable, type Row } from "./table";

const revenue = 0;
const active = 1;

export const months = (table: ChartTable, figure: HTMLElement, narrow: boolean): EChartsCoreOption => {
  const calendar = {
    ...baseAxis(""),
    type: "category" as const,
    data: table.rows.map((row) => row.key),
    axisLabel: { color: muted, fontFamily, fontSize: 13, ...calendarLabels(table.rows, narrow) },
  };
  return {
    grid: [
      { left: 4, right: 4, top: 16, height: "54%", outerBoundsMode: "same" },
      { left: 4, right: 4, bottom: 4, height: "38%", outerBoundsMode: "same" },
    ],
    tooltip: tooltip(table),
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    xAxis: [
      { ...calendar, gridIndex: 0, axisLabel: { show: false } },
      { ...calendar, gridIndex: 1 },
    ],
    yAxis: [
      { ...valueAxis(figure.dataset.revenue ?? "Net revenue"), gridIndex: 0 },
      { ...valueAxis("Active customers"), gridIndex: 1, splitNumber: 2, minInterval: 1 },
    ],
    series: [bars(table, revenue, 0, accent), bars(table, active, 1, steady)],
  };
};

const bars = (table: ChartTable, index: number, axis: number, color: string) => ({
  type: "bar" as const,
  xAxisIndex: axis,
  yAxisIndex: axis,
  barCategoryGap: "24%",
  emphasis: { disabled: true },
  data: column(table, index).map((value, i) => bar(value, table.rows[i]?.soFar ?? false, color)),
});

const bar = (value: number | null, soFar: boolean, color: string) => ({
  value,
  itemStyle: soFar ? soFarStyle(color) : { color: value !== null && value < 0 ? losing : color },
});

/**
 * Every month named while there is room, then quarters, then years; the year stands under its first label, and
 * "so far" under the month that is not over.
 */
const calendarLabels = (rows: readonly Row[], narrow: boolean) => {
  const room = narrow ? 6 : 16;
  const step = rows.length <= room ? 1 : rows.length <= 3 * room ? 3 : 12;
  const last = rows.length - 1;
  const open = rows[last]?.soFar ?? false;
  const kept = open ? Math.ceil((rows.length * 52) / (narrow ? 260 : 860)) : 0;   // months the words "so far" cover
  const monthOf = (iso: string): number => Number(iso.slice(5, 7)) - 1;
  return {
    lineHeight: 18,
    alignMaxLabel: open ? ("right" as const) : null,
    interval: (index: number, iso: string): boolean =>
      (open && index === last) || (monthOf(iso) % step === 0 && index <= last - kept),
    formatter: (iso: string, index: number): string => {
      if (open && index === last) return "so far";
      const [month = iso, year = ""] = (rows[index]?.label ?? iso).split(" ");
      return index < step || monthOf(iso) === 0 ? `${month}\n${year}` : month;
    },
  };
};

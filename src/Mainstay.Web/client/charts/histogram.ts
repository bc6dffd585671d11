// Histogram: what was counted as bars; what a model expects, if there is a third column, as a line over them.
import type { EChartsCoreOption } from "echarts/core";
import { accent, baseAxis, fontFamily, ink, muted, tone, tooltip, valueAxis } from "./look";
import { column, type ChartTable } from "./table";

const counted = 0;
const expected = 1;

export const histogram = (table: ChartTable, figure: HTMLElement): EChartsCoreOption => {
  const model = figure.dataset.model !== undefined ? column(table, expected) : [];
  return {
    grid: { left: 4, right: 4, top: 16, bottom: 8, outerBoundsMode: "same" },
    tooltip: { ...tooltip(table), axisPointer: { type: "shadow", shadowStyle: { color: "var(--line)", opacity: 0.5 } } },
    xAxis: {
      ...baseAxis(table.headings[0] ?? ""),
      type: "category",
      data: table.rows.map((row) => row.label),
      axisLabel: { color: muted, fontFamily, fontSize: 13, hideOverlap: true },
    },
    yAxis: { ...valueAxis(table.headings[1] ?? ""), minInterval: 1 },
    series: [
      {
        type: "bar",
        barCategoryGap: figure.dataset.model !== undefined ? "30%" : "12%",
        emphasis: { disabled: true },
        data: column(table, counted).map((value, i) => ({
          value,
          itemStyle: figure.dataset.estimate === undefined
            ? { color: tone(table.rows[i]?.tone ?? null) }
            : { color: "var(--estimate)", borderColor: accent, borderType: "dashed", borderWidth: 1 },
        })),
      },
      {
        type: "line",
        data: model.map((value, i) => ({
          value,
          label: i === Math.min(1, model.length - 1)
            ? { show: true, position: [14, -12], formatter: figure.dataset.model ?? "", color: ink, fontFamily, fontSize: 13 }
            : { show: false },
        })),
        symbol: "circle",
        symbolSize: 7,
        emphasis: { disabled: true },
        lineStyle: { color: accent, width: 2, type: "dashed" },
        itemStyle: { color: accent },
      },
    ],
  };
};

// Sparkline: the direction of a figure at a glance; its numbers stand in a table elsewhere on the page.
import type { EChartsCoreOption } from "echarts/core";
import { accent } from "./look";

export const sparkline = (values: readonly number[]): EChartsCoreOption => ({
  grid: { left: 2, right: 4, top: 4, bottom: 4 },
  xAxis: { type: "category", show: false, boundaryGap: false, data: values.map((_, i) => i) },
  yAxis: { type: "value", show: false },
  series: [
    {
      type: "line",
      silent: true,
      data: values.map((value, i) => (i === values.length - 1 ? { value, symbol: "circle", symbolSize: 5 } : { value, symbol: "none" })),
      showAllSymbol: true,
      emphasis: { disabled: true },
      lineStyle: { color: accent, width: 1.5 },
      itemStyle: { color: accent },
    },
  ],
});

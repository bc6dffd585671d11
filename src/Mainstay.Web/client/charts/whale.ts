// Whale curve: customers ranked from most to least profitable; what they earned together; what the last ones take back.
import type { EChartsCoreOption } from "echarts/core";
import { accent, baseAxis, compact, fontFamily, ink, losing, muted, percent, tone, tooltip, valueAxis } from "./look";
import type { ChartTable } from "./table";

const cumulativeProfit = 0;
const shareOfProfit = 1;

export const whale = (table: ChartTable, figure: HTMLElement, narrow: boolean): EChartsCoreOption => {
  const inMoney = figure.dataset.measure === "money";
  const measure = inMoney ? cumulativeProfit : shareOfProfit;
  const points = table.rows.map((row): [number, number] => [Number(row.key), row.cells[measure]?.value ?? 0]);
  const peak = points.reduce((best, point, i) => (point[1] > (points[best]?.[1] ?? -Infinity) ? i : best), 0);
  const falls = peak < points.length - 1 && figure.dataset.loss !== undefined;
  const marks = table.rows.flatMap((row, i) => {
    const point = points[i];
    const room = !narrow || i === peak || (point !== undefined && point[0] < 0.3);
    return row.mark && point && room ? [mark(row.mark, row.tone, point)] : [];
  });
  const end = points[points.length - 1];
  const whole = inMoney ? 0 : 1;

  return {
    grid: { left: 4, right: 24, top: 24, bottom: 8, outerBoundsMode: "same" },
    tooltip: tooltip(table),
    xAxis: {
      ...baseAxis(narrow ? "% of customers, best first" : "Share of customers, most profitable first, %"),
      type: "value",
      min: 0,
      max: 1,
      interval: narrow ? 0.5 : 0.2,
      axisLabel: { color: muted, fontFamily, fontSize: 13, formatter: percent },
    },
    yAxis: {
      ...valueAxis(inMoney ? "Cumulative profit" : "Cumulative share of profit, %", inMoney ? compact : percent),
      ...(inMoney || falls ? {} : { max: 1, interval: 0.25 }),
    },
    series: [
      {
        type: "line",
        data: points,
        symbol: "none",
        emphasis: { disabled: true },
        lineStyle: { color: accent, width: 2.5 },
        areaStyle: { color: "var(--area)", opacity: 1, origin: 0 },
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: muted, type: "solid", width: 1 },
          label: { position: "insideStartTop", color: muted, fontFamily, fontSize: 13, formatter: inMoney || narrow || !falls ? "" : "100\u00a0%: all profit" },
          data: [{ yAxis: whole }],
        },
      },
      {
        type: "line",
        silent: true,
        data: falls ? points.slice(peak) : [],
        symbol: "none",
        emphasis: { disabled: true },
        lineStyle: { color: losing, width: 2.5 },
        areaStyle: { color: "var(--loss-fill)", opacity: 1, origin: whole },
      },
      {
        type: "scatter",
        silent: true,
        data: falls && end ? [...marks, loss(figure.dataset.loss ?? "", end)] : marks,
        symbolSize: 9,
        z: 6,
        emphasis: { disabled: true },
        labelLayout: { hideOverlap: true },
      },
    ],
  };
};

const mark = (text: string, name: string | null, value: [number, number]) => ({
  value,
  itemStyle: { color: tone(name, accent), borderColor: "var(--paper)", borderWidth: 1.5, opacity: 1 },
  label: {
    show: true,
    formatter: text,
    position: value[0] > 0.62 ? "top" : [15, 6],   // under the curve while it climbs, over it once it is flat
    align: value[0] > 0.92 ? "right" : undefined,
    distance: 8,
    color: ink,
    textBorderColor: "var(--paper)",
    textBorderWidth: 3,   // a halo: the line of all profit runs behind the words, not through them
    fontFamily,
    fontSize: 13,
  },
});

const loss = (text: string, value: [number, number]) => ({
  value,
  symbolSize: 0,
  itemStyle: { opacity: 1 },
  label: {
    show: true,
    formatter: text,
    position: "bottom",
    align: "right",
    distance: 10,
    color: losing,
    textBorderColor: "var(--paper)",
    textBorderWidth: 3,
    fontFamily,
    fontSize: 13,
  },
});

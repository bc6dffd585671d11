// Finds the figures of a page and draws each from the table inside it.
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsCoreOption, type EChartsType } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { histogram } from "./histogram";
import { wireKeyboard } from "./keyboard";
import { textStyle } from "./look";
import { months } from "./months";
import { periods } from "./periods";
import { sparkline } from "./sparkline";
import { readTable, type ChartTable } from "./table";
import { waterfall } from "./waterfall";
import { whale } from "./whale";

use([BarChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, LabelLayout, SVGRenderer]);

type Kind = (table: ChartTable, figure: HTMLElement, narrow: boolean) => EChartsCoreOption;

const kinds: Readonly<Record<string, Kind>> = { whale, months, histogram, waterfall, bars: waterfall, periods };
const paper = { width: 680, scale: 0.75 };
const narrowUnder = 480;
const drawn = new Map<HTMLElement, (width: number, scale: number) => void>();
const calm = matchMedia("(prefers-reduced-motion: reduce)");

export const drawCharts = (root: ParentNode): void => {
  for (const figure of root.querySelectorAll<HTMLElement>("figure[data-chart]")) drawFigure(figure);
  for (const spark of root.querySelectorAll<HTMLElement>(".sparkline[data-values]")) drawSparkline(spark);
  addEventListener("beforeprint", () => fitAll(() => paper.width, paper.scale));
  addEventListener("afterprint", () => fitAll((element) => element.clientWidth, 1));
};

const drawFigure = (figure: HTMLElement): void => {
  const plot = figure.querySelector<HTMLElement>(".plot");
  const kind = kinds[figure.dataset.chart ?? ""];
  const table = kind && readTable(figure);
  if (plot && kind && table) {
    const chart = open(plot, (narrow) => kind(table, figure, narrow));
    const live = document.createElement("p");
    live.className = "visually-hidden";
    live.setAttribute("aria-live", "polite");
    figure.append(live);
    wireKeyboard(plot, live, chart, table);
    chart.on("click", ({ dataIndex }) => {
      const href = typeof dataIndex === "number" ? table.rows[dataIndex]?.href : null;
      if (href) location.assign(href);
    });
    figure.querySelector("details")?.removeAttribute("open");
  } else {
    plot?.remove(); // nothing to draw: the table, or the sentence in its place, says so
  }
  figure.dataset.drawn = "";
};

const drawSparkline = (element: HTMLElement): void => {
  const values = (element.dataset.values ?? "").split(",").map(Number);
  if (values.length > 1 && values.every(Number.isFinite)) open(element, () => sparkline(values));
};

const open = (element: HTMLElement, option: (narrow: boolean) => EChartsCoreOption): EChartsType => {
  const chart = init(element, null, { renderer: "svg" });
  const full = element.clientHeight;
  const fit = (width: number, scale: number): void => {
    const height = Math.round(full * scale);
    chart.resize({ width, height });
    chart.setOption({ textStyle, animation: !calm.matches, animationDuration: 400, ...option(width < narrowUnder) }, true);
    // a view box lets paper scale the drawing
    element.querySelector("svg")?.setAttribute("viewBox", `0 0 ${width} ${height}`);
  };
  fit(element.clientWidth, 1);
  drawn.set(element, fit);
  new ResizeObserver(() => {
    const width = element.clientWidth;
    if (width > 0 && width !== chart.getWidth() && !matchMedia("print").matches) fit(width, 1);
  }).observe(element);
  return chart;
};

const fitAll = (width: (element: HTMLElement) => number, scale: number): void => {
  for (const [element, fit] of drawn) if (!element.classList.contains("sparkline")) fit(width(element), scale);
};

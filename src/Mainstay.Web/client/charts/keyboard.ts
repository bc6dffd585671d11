// A chart is one stop of the Tab key; arrows walk its points aloud; Enter opens the list behind a point.
import type { EChartsType } from "echarts/core";
import { spoken } from "./look";
import type { ChartTable } from "./table";

const target = (key: string, at: number, last: number): number | null => {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(last, at + 1);
    case "ArrowLeft":
    case "ArrowDown":
      return Math.max(0, at - 1);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
};

export const wireKeyboard = (plot: HTMLElement, live: HTMLElement, chart: EChartsType, table: ChartTable): void => {
  let at = -1;
  plot.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      chart.dispatchAction({ type: "hideTip" });
      return;
    }
    if (event.key === "Enter") {
      const href = table.rows[at]?.href;
      if (href) location.assign(href);
      return;
    }
    const next = target(event.key, at, table.rows.length - 1);
    if (next === null) return;
    event.preventDefault();
    at = next;
    chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: at });
    live.textContent = spoken(table, at);
  });
  plot.addEventListener("blur", () => chart.dispatchAction({ type: "hideTip" }));
};

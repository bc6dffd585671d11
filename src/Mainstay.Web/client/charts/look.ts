// One look for every chart. Colours are the page's own custom properties, so a chart follows the theme, forced
// colours and print without being drawn again.
import type { ChartTable } from "./table";

export const ink = "var(--ink)";
export const muted = "var(--muted)";
export const line = "var(--line)";
export const accent = "var(--accent)";
export const losing = "var(--losing)";
export const steady = "var(--steady)";

const tones: Readonly<Record<string, string>> = {
  gold: "var(--gold)",
  strong: "var(--strong)",
  steady: "var(--steady)",
  thin: "var(--thin)",
  losing: "var(--losing)",
};

export const tone = (name: string | null, otherwise = steady): string => (name && tones[name]) || otherwise;

const language = document.documentElement.lang || "en";
const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const small = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
const minus = (text: string): string => text.replace("-", "\u2212");

/** As the server writes it: 412k. */
export const compact = (value: number): string => {
  const size = Math.abs(value);
  const [unit, letter] = size >= 1e9 ? [1e9, "bn"] : size >= 1e6 ? [1e6, "m"] : size >= 1e3 ? [1e3, "k"] : [1, ""];
  return minus((size < 1 ? small : number).format(value / unit)) + letter;
};
export const percent = (value: number): string => minus(`${Math.round(value * 100)}\u00a0%`);

export const fontFamily = getComputedStyle(document.documentElement).fontFamily || "sans-serif";
export const textStyle = { fontFamily, fontSize: 13, color: ink };

const title = (name: string) => ({ name, nameTextStyle: { color: muted, fontFamily, fontSize: 13 } });
const labels = { color: muted, fontFamily, fontSize: 13 };

/** A vertical axis: its title above it, faint horizontal gridlines, zero included. */
export const valueAxis = (name: string, format: (value: number) => string = compact) => ({
  type: "value" as const,
  ...title(name),
  nameLocation: "end" as const,
  nameGap: 14,
  nameTextStyle: { ...labels, align: "left" as const },
  axisLabel: { ...labels, formatter: format },
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: line, width: 1 } },
  splitNumber: 4,
});

/** A horizontal axis: its title under its middle, no gridlines. */
export const baseAxis = (name: string) => ({
  ...title(name),
  nameLocation: "middle" as const,
  nameGap: 32,
  axisLabel: labels,
  axisLine: { lineStyle: { color: muted } },
  axisTick: { show: false },
  splitLine: { show: false },
});

/** What is not over yet is hatched, so that it does not read as a fall. */
export const soFarStyle = (color: string) => ({
  color: "var(--paper)",
  borderColor: color,
  borderWidth: 1,
  borderType: "dashed" as const,
  decal: { symbol: "rect", color, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
});

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Full values, as the table prints them. */
export const tip = (table: ChartTable, index: number): string => {
  const row = table.rows[index];
  if (!row) return "";
  const lines = row.cells.map((cell, i) => `<span>${escape(table.headings[i + 1] ?? "")} <i>${escape(cell.text)}</i></span>`);
  return `<b>${escape(row.label)}</b>${lines.join("")}`;
};

/** The same, as a sentence for the live region. */
export const spoken = (table: ChartTable, index: number): string => {
  const row = table.rows[index];
  if (!row) return "";
  const parts = row.cells.map((cell, i) => `${table.headings[i + 1] ?? ""} ${cell.text}`);
  return `${table.headings[0] ?? ""} ${row.label}: ${parts.join(", ")}. ${index + 1} of ${table.rows.length}.`;
};

export const tooltip = (table: ChartTable) => ({
  trigger: "axis" as const,
  confine: true,
  className: "chart-tip",
  transitionDuration: 0,
  axisPointer: { type: "line" as const, lineStyle: { color: muted, type: "dashed" as const }, label: { show: false } },
  formatter: (found: unknown): string => {
    const first = (Array.isArray(found) ? found[0] : found) as { dataIndex?: number } | undefined;
    return first?.dataIndex === undefined ? "" : tip(table, first.dataIndex);
  },
});

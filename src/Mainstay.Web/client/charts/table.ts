// The table is the data: a chart is drawn from the numbers a reader without it would see.
export interface Cell {
  readonly value: number | null;
  readonly text: string;
}

export interface Row {
  /** What the row is about: its header cell. */
  readonly label: string;
  /** The header cell's own value: a number on a value axis, an ISO date on a time axis. */
  readonly key: string;
  readonly cells: readonly Cell[];
  readonly tone: string | null;
  /** A direct label beside this point. */
  readonly mark: string | null;
  /** What part a bar plays: a whole from zero, a step from the one before, or below: outside the sum. */
  readonly part: string | null;
  readonly href: string | null;
  /** The period is not over: drawn hatched and called "so far". */
  readonly soFar: boolean;
}

export interface ChartTable {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}

const text = (element: Element): string => (element.textContent ?? "").replace(/\s+/g, " ").trim();

const readCell = (cell: HTMLTableCellElement): Cell => {
  const raw = cell.dataset.value;
  const value = raw === undefined || raw === "" ? null : Number(raw);
  return { value: value !== null && Number.isFinite(value) ? value : null, text: text(cell) };
};

const readRow = (row: HTMLTableRowElement): Row => {
  const [header, ...cells] = [...row.cells];
  return {
    label: header ? text(header) : "",
    key: header?.dataset.value ?? (header ? text(header) : ""),
    cells: cells.map(readCell),
    tone: row.dataset.tone ?? null,
    mark: row.dataset.mark ?? null,
    part: row.dataset.part ?? null,
    href: row.querySelector("a")?.href ?? null,
    soFar: row.classList.contains("so-far"),
  };
};

export const readTable = (figure: HTMLElement): ChartTable | null => {
  const table = figure.querySelector("table");
  const body = table?.tBodies[0];
  if (!table || !body || body.rows.length === 0) return null;
  const rows = [...body.rows].filter((row) => !row.classList.contains("total")).map(readRow);
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])].map(text);
  return { headings, rows };
};

/** The numbers of one column; a missing number stays missing. */
export const column = (table: ChartTable, index: number): (number | null)[] =>
  table.rows.map((row) => row.cells[index]?.value ?? null);

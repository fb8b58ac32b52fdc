import { useContext } from "preact/hooks";
import type { Figure } from "../../charts/figure";
import { tableCsv } from "../../charts/table-csv";
import { Menu, type MenuEntry } from "../shell/Menu";
import { saveFile } from "../shell/save-file";
import { say } from "../shell/toasts";
import { fileName } from "./file-name";
import { picture } from "./plotly";
import { TableExport, type TableWriter } from "./table-export";

interface FigureActionsProps {
  readonly figure: Figure;
  readonly asTable: boolean;
  readonly onTable: () => void;
  readonly onExplain: () => void;
  readonly onExpand: () => void;
}

/** What a person can do with a figure: see its numbers, how they were made, and its chart large; take it along. */
export function FigureActions({ figure, asTable, onTable, onExplain, onExpand }: FigureActionsProps) {
  return (
    <div class="fig-actions">
      {figure.chart !== undefined && (
        <button type="button" class="fig-action" aria-pressed={asTable} onClick={onTable}>
          View as table
        </button>
      )}
      <button type="button" class="fig-action" aria-haspopup="dialog" onClick={onExplain}>
        Explain
      </button>
      {figure.chart !== undefined && (
        <button type="button" class="fig-action" aria-haspopup="dialog" onClick={onExpand}>
          Expand
        </button>
      )}
      <Menu label="Download" icon="export" entries={downloads(figure, useContext(TableExport))} />
    </div>
  );
}

function downloads(figure: Figure, toParquet: TableWriter | null): readonly MenuEntry[] {
  const note = "The table, full precision";
  const csv = (): Blob => new Blob([tableCsv(figure.table)], { type: "text/csv;charset=utf-8" });
  const tables: MenuEntry[] = [{ label: "CSV", note, act: () => saveFile(csv(), fileName(figure.title, "csv")) }];
  if (toParquet !== null) tables.push({ label: "Parquet", note, act: () => void saveParquet(figure, toParquet) });
  if (figure.chart === undefined) return tables;
  return [
    { label: "PNG", note: "Picture for slides", act: () => void savePicture(figure, "png") },
    { label: "SVG", note: "Picture that scales", act: () => void savePicture(figure, "svg") },
    ...tables,
  ];
}

async function saveParquet(figure: Figure, toParquet: TableWriter): Promise<void> {
  try {
    saveFile(await toParquet(figure.table), fileName(figure.title, "parquet"));
  } catch (error) {
    console.error(error);
    say("The table could not be written as Parquet. It can still be downloaded as CSV.", "problem");
  }
}

async function savePicture(figure: Figure, format: "png" | "svg"): Promise<void> {
  if (figure.chart === undefined) return;
  try {
    saveFile(await picture(figure.chart, figure, format), fileName(figure.title, format));
  } catch (error) {
    console.error(error);
    say("The picture could not be made. The table can still be downloaded as CSV.", "problem");
  }
}

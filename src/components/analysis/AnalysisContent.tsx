import type { PageContent } from "../../session/session";
import { TableExport, type TableWriter } from "../chart/table-export";
import type { Parts } from "../shell/load-parts";

interface AnalysisContentProps {
  /** Null while the first answer is computed: places of the final size are held. */
  readonly content: PageContent | null;
  readonly parts: Parts;
  /** A newer computation runs. */
  readonly busy: boolean;
  readonly toParquet: TableWriter;
}

/** The page's numbers: key figures, findings, figures. */
export function AnalysisContent({ content, parts, busy, toParquet }: AnalysisContentProps) {
  const { FigureGrid, FindingList, KeyFigureRow } = parts;
  return (
    <div class={busy && content !== null ? "content content-stale" : "content"}>
      <section aria-label="Key figures">
        <KeyFigureRow figures={content?.cards ?? []} busy={busy} />
      </section>
      {content !== null && content.findings.length > 0 && (
        <section class="content-findings" aria-labelledby="findings-title">
          <h2 id="findings-title">What stands out</h2>
          <FindingList findings={content.findings} />
        </section>
      )}
      <section aria-labelledby="figures-title">
        <h2 id="figures-title" class="visually-hidden">
          Figures
        </h2>
        <TableExport.Provider value={toParquet}>
          <FigureGrid figures={content?.figures ?? []} busy={busy} />
        </TableExport.Provider>
      </section>
    </div>
  );
}

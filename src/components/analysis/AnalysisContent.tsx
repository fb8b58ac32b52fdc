import { useMemo } from "preact/hooks";
import type { DataTable } from "../../charts/figure";
import type { PageContent, Session } from "../../session/session";
import { PickTaker } from "../chart/picking";
import { Looks } from "../chart/looks";
import { TableExport } from "../chart/table-export";
import type { Parts } from "../shell/load-parts";
import { PickedBar } from "./PickedBar";
import { useLooks } from "./use-looks";
import { usePicked } from "./use-picked";

interface AnalysisContentProps {
  readonly session: Session;
  readonly page: string;
  /** Null while the first answer is computed: places of the final size are held. */
  readonly content: PageContent | null;
  readonly parts: Parts;
  /** A newer computation runs. */
  readonly busy: boolean;
}

/** The page's numbers: key figures, findings, figures. */
export function AnalysisContent({ session, page, content, parts, busy }: AnalysisContentProps) {
  const { FigureGrid, FindingList, KeyFigureRow } = parts;
  const { picked, take, figures, looking } = usePicked(content);
  const customers = content?.customers ?? null;
  const exported = useMemo(() => (table: DataTable) => session.exports.table(table), [session]);
  const looks = useLooks(session, page, content, busy);
  return (
    <Looks.Provider value={looks}>
      <div class={busy && content !== null && !content.partial ? "content content-stale" : "content"}>
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
          {customers !== null && <PickedBar {...{ session, customers, picked, looking }} onPick={take} />}
          <TableExport.Provider value={exported}>
            <PickTaker.Provider value={customers === null ? null : take}>
              <FigureGrid figures={figures} busy={busy && content?.partial !== true} />
            </PickTaker.Provider>
          </TableExport.Provider>
        </section>
      </div>
    </Looks.Provider>
  );
}

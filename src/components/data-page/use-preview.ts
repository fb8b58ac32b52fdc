import { useCallback, useEffect, useState } from "preact/hooks";
import type { PreviewOrder, PreviewPage } from "../../data/preview";
import type { Session } from "../../session/session";
import { PreviewCache, rowsPerPage } from "./preview-cache";

/** The size of the raw table, known from its first page. */
export interface PreviewShape {
  readonly columns: readonly string[];
  readonly total: number;
}

export interface Preview {
  /** Null until the first page is here. */
  readonly shape: PreviewShape | null;
  /** Null until the table can be asked. */
  readonly cache: PreviewCache | null;
  /** Why rows could not be fetched, in words. */
  readonly problem: string | null;
  readonly retry: () => void;
}

/** The raw rows in an order, page by page; draws again whenever a page arrives. */
export function usePreview(session: Session, order: PreviewOrder | null): Preview {
  const [cache, setCache] = useState<PreviewCache | null>(null);
  const [shape, setShape] = useState<PreviewShape | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [, redraw] = useState({});
  const columns = session.opened.value?.columns ?? 0;
  // Columns without a role are read last: a profile of one that the rows lack says that it is there now.
  const stale = shape !== null && session.profiles.value.size > shape.columns.length;
  useEffect(() => {
    const onPage = (page: PreviewPage): void => {
      setShape((known) => sameShape(known, page) ?? { columns: page.columns, total: page.total });
      redraw({});
    };
    const next = new PreviewCache(
      (from, count) => session.preview(from, count, order),
      rowsPerPage(columns),
      onPage,
      (error) => setProblem(inWords(error)),
    );
    setProblem(null);
    setCache(next);
    next.want(0, 1);
    return () => next.close();
  }, [session, order, columns, attempt, stale]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { shape, cache, problem, retry };
}

function sameShape(known: PreviewShape | null, page: PreviewPage): PreviewShape | null {
  if (known === null || known.total !== page.total || known.columns.length !== page.columns.length) return null;
  return known.columns.every((column, index) => column === page.columns[index]) ? known : null;
}

/** A stopped request is no problem; anything else is said. */
function inWords(error: unknown): string | null {
  if (!(error instanceof Error)) return String(error);
  return error.name === "AbortError" ? null : error.message;
}

import type { Dataset } from "../data/dataset";
import type { LedgerStep } from "../data/ledger";
import type { RoleAssignment } from "../data/role";
import { valuesOf } from "../view/values-of";
import type { View } from "../view/view";
import type { Opened, PageEntry, Run, Session } from "./session";

declare const __CLIENTELE_VERSION__: string;
declare const __DUCKDB_VERSION__: string;

/** All that an analysis record tells of. */
interface Recorded {
  readonly opened: Opened | null;
  readonly view: View;
  readonly link: string;
  readonly pages: readonly PageEntry[];
  readonly roles: readonly RoleAssignment[];
  readonly ledger: readonly LedgerStep[];
  readonly dataset: Dataset | null;
  readonly run: (page: string) => Run;
}

/** The record of what is open now. */
export const sessionRecord = (session: Session): Blob =>
  analysisRecord({
    opened: session.opened.value,
    view: session.view.value,
    link: session.link(false).href,
    pages: session.pages,
    roles: session.roles.value,
    ledger: session.ledger.value,
    dataset: session.dataset.value,
    run: (page) => session.run(page).value,
  });

/**
 * How the numbers came about, as JSON: file and fingerprint, recipe with every setting written out (seeds among them),
 * cleaning with its counts, versions, timings, and per page the answer, key figures, findings and the tables behind the
 * charts with their methods. Ledger samples, which quote cells, are left out; top lists name customers.
 */
function analysisRecord(recorded: Recorded): Blob {
  const { opened, view, link, pages, roles, ledger, dataset } = recorded;
  const record = {
    made: new Date().toISOString(),
    by: { clientele: __CLIENTELE_VERSION__, duckdbWasm: __DUCKDB_VERSION__ },
    file: opened,
    link,
    recipe: {
      roles: roles.filter(({ role }) => role !== "none"),
      stepsOff: view.stepsOff,
      treatment: view.treatment,
      filters: view.filters,
      settings: pages.map(({ id, settings }) => ({ page: id, values: valuesOf(settings, view, id) })),
    },
    ledger: ledger.map(({ id, title, text, affected, of, enabled }) => ({ id, title, text, affected, of, enabled })),
    dataset,
    pages: pages.map(({ id, question }) => ({ page: id, question, ...pageRecord(recorded.run(id)) })),
  };
  return new Blob([JSON.stringify(record, plain, 2)], { type: "application/json" });
}

function pageRecord(run: Run): object {
  if (run.state !== "done") return { state: run.state };
  const { answer, cards, findings, figures, milliseconds } = run.page;
  return {
    state: run.state,
    milliseconds,
    answer,
    cards,
    findings,
    figures: figures.map(({ id, title, subtitle, caution, table, explain }) => ({
      id,
      title,
      subtitle,
      caution,
      table,
      explain,
    })),
  };
}

/** Typed arrays as lists; what JSON has no word for (NaN, infinities) as null or text. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Float64Array || value instanceof Int32Array) return [...value];
  return value === Infinity || value === -Infinity ? String(value) : value;
}

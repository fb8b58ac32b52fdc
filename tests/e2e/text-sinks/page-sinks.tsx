import type { ComponentChild } from "preact";
import { AnalysisContentSinks } from "./figure-sinks";
import { ColumnRow } from "../../../src/components/data-page/ColumnRow";
import { LedgerEntry } from "../../../src/components/data-page/LedgerEntry";
import { PreviewHeader } from "../../../src/components/data-page/PreviewHeader";
import { PreviewRow } from "../../../src/components/data-page/PreviewRow";
import { Banners } from "../../../src/components/shell/Banners";
import { FailedCard } from "../../../src/components/shell/FailedCard";
import { FilterChips } from "../../../src/components/shell/FilterChips";
import { linkContents, valuesInWords } from "../../../src/components/shell/link-words";
import { MultiSelect } from "../../../src/components/shell/MultiSelect";
import { TopBar } from "../../../src/components/shell/TopBar";
import type { ColumnProfile } from "../../../src/data/profile";
import type { Session } from "../../../src/session/session";
import { FIRST_VIEW, NO_FILTERS, type View } from "../../../src/view/view";

/** One place of the screen that shows a text of the data, given that text. */
export interface Sink {
  readonly name: string;
  readonly show: (text: string) => ComponentChild;
}

const nothing = (): void => undefined;
const column = (name: string) => ({ name, index: 0, left: 0, width: 200, numeric: false });

const profile = (text: string): ColumnProfile => ({
  column: text,
  fileType: text,
  kind: "text",
  rows: 10,
  missing: [{ marker: text, count: 1 }],
  missingTotal: 1,
  distinct: 2,
  distinctApproximate: false,
  numbers: null,
  top: [{ value: text, count: 3 }],
  problem: null,
});

/** As much of a session as the frame asks for; a test of text needs no engine. */
function sessionWith(text: string, view: View): Session {
  const fingerprint = { hash: "0123456789abcdef", rows: 1, columns: 1, sample: null };
  const opened = {
    label: text,
    synthetic: false,
    rows: 1,
    columns: 1,
    fingerprint,
    offer: { wanted: fingerprint, recipe: view },
    notes: [text],
  };
  const part = {
    view: { value: view },
    opened: { value: opened },
    dataset: { value: null },
    linkProblems: { value: [text] },
    segments: { value: { listed: [{ segment: 0, name: text, customers: 1 }], note: text } },
    mending: { value: text },
    stage: { value: { name: "mapping" } },
    seal: null,
    reset: nothing,
  };
  // Whatever else the frame may come to ask for says nothing.
  const rest = new Proxy(part, { get: (own, key) => (key in own ? Reflect.get(own, key) : { value: null }) });
  return rest as unknown as Session;
}

const filtered = (text: string): View => ({
  ...FIRST_VIEW,
  roles: [[text, "none"]],
  filters: { ...NO_FILTERS, makers: [text], apps: [text], segments: [0] },
});

const FRAME: readonly Sink[] = [
  {
    name: "a cell of the preview",
    show: (text) => <PreviewRow index={0} top={0} gutter={9} columns={[column("a")]} values={[text]} />,
  },
  {
    name: "a heading of the preview",
    show: (text) => <PreviewHeader columns={[column(text)]} order={null} gutter={9} onSort={nothing} />,
  },
  {
    name: "a column with its role, its samples and why",
    show: (text) => (
      <ColumnRow
        assignment={{ column: text, role: `app:${text}`, confidence: 0.5, why: text }}
        profile={profile(text)}
        onRole={nothing}
      />
    ),
  },
  {
    name: "a step of the ledger with its samples",
    show: (text) => (
      <LedgerEntry
        step={{
          id: "types",
          title: text,
          text,
          affected: 1,
          of: "values",
          enabled: true,
          switchable: true,
          samples: [{ row: 1, column: text, before: text, after: text }],
        }}
        onSwitch={nothing}
      />
    ),
  },
  {
    name: "a choice of a filter",
    show: (text) => <MultiSelect label={text} choices={[{ value: text, rows: 3 }]} chosen={[]} onChange={nothing} />,
  },
  { name: "a chip of a filter", show: (text) => <FilterChips session={sessionWith("", filtered(text))} /> },
  {
    name: "the file's name in the header",
    show: (text) => (
      <TopBar
        session={sessionWith(text, FIRST_VIEW)}
        base="/"
        problem={null}
        onGo={() => false}
        onFilters={nothing}
        onLink={nothing}
        onPalette={nothing}
      />
    ),
  },
  { name: "a banner", show: (text) => <Banners session={sessionWith(text, FIRST_VIEW)} /> },
  { name: "an error", show: (text) => <FailedCard title={text} message={text} next={text} details={text} /> },
  {
    name: "what a link tells",
    show: (text) => (
      <p>
        {linkContents(filtered(text))} {valuesInWords(filtered(text), [])}
      </p>
    ),
  },
];

/** Every place outside charts. */
export const SINKS: readonly Sink[] = [...FRAME, ...AnalysisContentSinks];

import { FigureCard } from "../../../src/components/chart/FigureCard";
import { FindingList } from "../../../src/components/chart/FindingList";
import { KeyFigureCard } from "../../../src/components/chart/KeyFigureCard";
import { SummaryChips } from "../../../src/components/analysis/SummaryChips";
import type { Sink } from "./page-sinks";

const PLACE = { wide: 12, middle: 12 } as never;

/** What an analysis says, outside its charts: the card is shown as a table, which needs no drawing. */
export const AnalysisContentSinks: readonly Sink[] = [
  {
    name: "a figure's title, subtitle, caution, headings and cells",
    show: (text) => (
      <FigureCard
        heading="h2"
        figure={{
          id: "naughty",
          title: text,
          subtitle: text,
          caution: text,
          table: { columns: [{ label: text, format: "text" }], values: [[text]] },
          explain: { text },
          span: 12,
        }}
        place={PLACE}
      />
    ),
  },
  {
    name: "a key figure",
    show: (text) => <KeyFigureCard figure={{ label: text, value: text, unit: text, note: text, explain: { text } }} />,
  },
  { name: "a finding", show: (text) => <FindingList findings={[{ text, level: "info", explain: { text } }]} /> },
  { name: "a summary of settings", show: (text) => <SummaryChips summary={[text]} onOpen={() => undefined} /> },
];

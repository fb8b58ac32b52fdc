import type { JSX } from "preact";
import { format } from "../../charts/format";
import type { ColumnProfile, NumberProfile, TopValue } from "../../data/profile";
import { compact, fullNumber, numberFormat, shareWords } from "./column-facts";

/** What a column holds: five numbers where it holds numbers, three moments where it holds moments, its most frequent values otherwise. */
export function ValueSummary({ profile }: { profile: ColumnProfile }): JSX.Element {
  if (profile.problem !== null) return <p class="dp-problem">{profile.problem}</p>;
  if (profile.numbers !== null && profile.kind !== "id") {
    return <FiveNumbers numbers={profile.numbers} kind={profile.kind} />;
  }
  return <TopValues values={profile.top} rows={profile.rows} distinct={profile.distinct} />;
}

function FiveNumbers({ numbers, kind }: { numbers: NumberProfile; kind: ColumnProfile["kind"] }): JSX.Element {
  const as = numberFormat(kind);
  const { exact } = numbers;
  const five: readonly (readonly [label: string, value: number, exact: string | null])[] = [
    ["min", numbers.min, exact?.min ?? null],
    ["25 %", numbers.q25, null],
    ["median", numbers.median, null],
    ["75 %", numbers.q75, null],
    ["max", numbers.max, exact?.max ?? null],
  ];
  // Dates are long: their quartiles say little beside the histogram.
  const shown = kind === "time" ? five.filter((_, index) => index % 2 === 0) : five;
  return (
    <dl class={`dp-five${kind === "time" ? " dp-five-time" : ""}`}>
      {shown.map(([label, value, digits]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd title={fullNumber(value, as, digits)}>{kind === "time" ? format(value, as) : compact(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface TopValuesProps {
  readonly values: readonly TopValue[];
  readonly rows: number;
  readonly distinct: number;
}

function TopValues({ values, rows, distinct }: TopValuesProps): JSX.Element {
  const shown = values.slice(0, 3);
  const others = distinct - shown.length;
  if (values.length === 0) return <p class="dp-small">No values</p>;
  return (
    <ol class="dp-top">
      {shown.map(({ value, count }) => (
        <li key={value} title={`${value}: ${format(count, "count", "full")} of ${format(rows, "count", "full")}`}>
          <bdi class="dp-top-value">{value}</bdi>
          <span class="dp-small">{rows === 0 ? "–" : shareWords(count / rows)}</span>
        </li>
      ))}
      {others > 0 && (
        <li class="dp-small">
          and {format(others, "count", "full")} other {others === 1 ? "value" : "values"}
        </li>
      )}
    </ol>
  );
}

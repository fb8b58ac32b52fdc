import parity from "./parity.json";
import type { ParityLine, ParityTable as Table } from "./parity-line";

const TABLE = parity as Table;
const SETS = [...new Set(TABLE.lines.map(({ set }) => set))];

/** Sets whose mean is taken over many tables come first and open; the others fold. */
const isMean = (set: string): boolean => set.endsWith(" sets");
const isIndices = ({ method }: ParityLine): boolean => method === "Indices";

/** The lab's numbers beside the references', as `npm run parity` wrote them. */
export function ParityTable() {
  const count = (verdict: ParityLine["verdict"]): number =>
    TABLE.lines.filter((line) => line.verdict === verdict).length;
  const own = SETS.filter((set) => TABLE.lines.some((line) => line.set === set && !isIndices(line) && !isMean(set)));
  return (
    <>
      <p>
        {TABLE.lines.length} numbers: {count("same")} the same within the tolerance, {count("better")} better,{" "}
        {count("other groups")} of other groups that are no worse, {count("differs")} that differ. {TABLE.madeWith}.
      </p>
      <Lines
        caption="Agreement with known groups, mean over the sets"
        lines={TABLE.lines.filter(({ set }) => isMean(set))}
      />
      <Folded
        title="Indices of the known groups, so that both judge the same labels"
        lines={TABLE.lines.filter(isIndices)}
      />
      {own.map((set) => (
        <Folded
          key={set}
          title={`Every method on ${set}`}
          lines={TABLE.lines.filter((line) => line.set === set && !isIndices(line))}
        />
      ))}
    </>
  );
}

function Folded({ title, lines }: { readonly title: string; readonly lines: readonly ParityLine[] }) {
  return (
    <details>
      <summary>
        {title} ({lines.length} numbers)
      </summary>
      <Lines caption={title} lines={lines} />
    </details>
  );
}

function Lines({ caption, lines }: { readonly caption: string; readonly lines: readonly ParityLine[] }) {
  return (
    <div class="table-frame" tabindex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {["Method", "Data", "Number", "Reference", "Clientele", "Difference", "Allowed", "Verdict"].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.method} ${line.set} ${line.parameters} ${line.measure}`}>
              <th scope="row">
                {line.method}, {line.parameters}
              </th>
              <td>{line.set}</td>
              <td>{line.measure}</td>
              <td>{valueText(line.theirs)}</td>
              <td>{valueText(line.ours)}</td>
              <td>{differenceText(line.difference)}</td>
              <td>{String(line.tolerance)}</td>
              <td>{line.verdict}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** As many digits as tell values within the tolerance apart. */
const valueText = (value: number | string): string =>
  typeof value === "string" ? value : String(Number(value.toPrecision(7)));

/** Below a billionth it is rounding. */
const differenceText = (difference: number): string =>
  difference === 0 ? "0" : difference < 1e-9 ? "below 1e-9" : String(difference);

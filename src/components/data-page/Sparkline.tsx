import type { JSX } from "preact";
import type { ColumnProfile, NumberProfile } from "../../data/profile";
import { histogramSentence } from "./column-facts";

const WIDTH = 120;
const HEIGHT = 28;

/** The distribution of a column's numbers, as small bars. */
export function Sparkline({ numbers, kind }: { numbers: NumberProfile; kind: ColumnProfile["kind"] }): JSX.Element {
  const tallest = Math.max(1, ...numbers.bins);
  const step = WIDTH / Math.max(1, numbers.bins.length);
  const sentence = histogramSentence(numbers, kind);
  return (
    <svg class="dp-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentence}>
      <title>{sentence}</title>
      {numbers.bins.map((count, index) => {
        // A bin that holds anything shows at least a line: an empty bin and a rare one are different findings.
        const height = count === 0 ? 0 : Math.max(1, (count / tallest) * HEIGHT);
        return <rect key={index} x={index * step} y={HEIGHT - height} width={Math.max(1, step - 1)} height={height} />;
      })}
    </svg>
  );
}

import type { BoostedTree, BoostingModel, BoostingSettings, OutcomeTable } from "../../workers/lab/classifying";
import { allRows } from "../complete-rows";
import { within } from "../progress";
import { seededRandom } from "../random";
import { binCount, binned, MISSING } from "./binned";
import { boostingChoice, type BoostingChoice } from "./boosting-settings";
import type { BoostedNodes } from "./boosted-nodes";
import { lossOf, writeSlopes } from "./boosted-slopes";
import { checkedOutcome } from "./checked-outcome";
import { featureName } from "./feature-name";
import { fitBins } from "./fit-bins";
import { growBoosted, type BinnedRows } from "./grow-boosted";
import { keepAside } from "./stop-early";
import { addAnswers, walkable } from "./walk-tree";

/**
 * Gradient boosted trees over histograms for an outcome of two kinds: log loss, Newton steps, missing values to the side
 * where they lower the loss, categories as sets (Friedman 2001; Ke et al. 2017, LightGBM). Grown as scikit-learn's
 * HistGradientBoostingClassifier grows them, with its defaults. The same rows give the same trees. InputError when only one
 * kind of outcome occurs or a setting makes no sense.
 */
export function* gradientBoosting(
  input: OutcomeTable & Omit<BoostingSettings, "kind">,
): Generator<number, BoostingModel, void> {
  const { columns, categorical, names, outcome, ...settings } = input;
  const choice = boostingChoice(settings);
  const positives = checkedOutcome(input);
  const random = seededRandom(choice.seed);
  const bins: BoostingModel["bins"][number][] = [];
  const placed: Uint8Array[] = [];
  for (const [f, column] of columns.entries()) {
    const done = (0.1 * f) / columns.length;
    const own = yield* within(fitBins(column, categorical?.[f] === true, choice.bins, random), done, done);
    bins.push(own);
    placed.push(yield* within(binned(column, own), done, done));
  }
  const data: BinnedRows = {
    columns: placed,
    bins: bins.map(binCount),
    categorical: bins.map(({ kind }) => kind === "category"),
    someMissing: placed.map((column) => column.includes(MISSING)),
  };
  const base = Math.log(positives / (outcome.length - positives));
  const trees = yield* within(boosted(data, outcome, base, choice), 0.1, 1);
  const none = trees.length === 0 ? ["No question about the features tells the outcome better than its share."] : [];
  return { kind: "boosting", bins, base, trees, notes: [...unusable(data, names), ...none] };
}

function* boosted(
  data: BinnedRows,
  outcome: Uint8Array,
  base: number,
  choice: BoostingChoice,
): Generator<number, BoostedTree[], void> {
  const n = outcome.length;
  const stops = choice.patience < Infinity;
  const { grown, aside } = stops ? keepAside(outcome, choice.seed) : { grown: allRows(n), aside: new Int32Array() };
  const logOdds = new Float64Array(n).fill(base);
  const slopes = { gradients: new Float32Array(n), curvatures: new Float32Array(n) };
  const trees: BoostedTree[] = [];
  let best = { trees: 0, loss: lossOf(logOdds, outcome, aside) };
  for (let t = 0; t < choice.trees && (!stops || t - best.trees < choice.patience); t++) {
    writeSlopes(logOdds, outcome, grown, slopes);
    const tree = yield* within(
      growBoosted(data, grown.slice(), slopes, choice),
      t / choice.trees,
      (t + 1) / choice.trees,
    );
    if (tree.feature.length < 2) break;
    trees.push(shrunk(tree, choice.learningRate));
    yield* within(learn(trees[t] as BoostedTree, data, logOdds), (t + 1) / choice.trees, (t + 1) / choice.trees);
    const loss = stops ? lossOf(logOdds, outcome, aside) : 0;
    if (stops && loss < best.loss) best = { trees: t + 1, loss };
  }
  return stops ? trees.slice(0, best.trees) : trees;
}

function shrunk(nodes: BoostedNodes, learningRate: number): BoostedTree {
  return { ...nodes, value: nodes.value.map((value) => value * learningRate) };
}

/** Rows asked between two looks at the clock. */
const STEP = 1 << 17;

function* learn(tree: BoostedTree, { columns }: BinnedRows, logOdds: Float64Array): Generator<number, void, void> {
  const walked = walkable(tree);
  for (let from = 0; from < logOdds.length; from += STEP) {
    addAnswers(walked, columns, logOdds, from, Math.min(logOdds.length, from + STEP));
    yield 1;
  }
}

function unusable({ columns, bins, categorical }: BinnedRows, names: OutcomeTable["names"]): string[] {
  return columns.flatMap((column, f) => {
    const name = featureName({ names }, f);
    const first = column[0] as number;
    if (!column.every((bin) => bin === first)) return [];
    if (first === MISSING) return [`${name} has no value in any row and is left out.`];
    const lone = bins[f] === 1 || categorical[f] === true;
    return lone ? [`${name} is the same in every row, so it tells nothing and is left out.`] : [];
  });
}

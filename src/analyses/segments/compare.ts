import type { Compute } from "../../workers/contract";
import type { Matrix } from "../../workers/lab/matrix";
import { UserError } from "../../data/user-error";
import { algorithmOf, type AlgorithmEntry } from "./algorithms";
import { group, type GroupingPlan } from "./group";
import type { Grouping } from "./grouping";

/** Rows on which algorithms are compared when there are more: each then sees the same ones. */
const SAMPLE = 10_000;

/** Rows on which their silhouettes are measured. */
const SILHOUETTE = 5_000;

/** One algorithm in the comparison. */
export interface Contender {
  readonly entry: AlgorithmEntry;
  /** Why it could not take part, in a sentence. */
  readonly problem: string | null;
  readonly k: number;
  readonly noise: number;
  readonly silhouette: number;
  readonly silhouetteMargin: number;
  readonly calinskiHarabasz: number;
  readonly daviesBouldin: number;
  /** Share of the customers in the largest segment, noise left out. */
  readonly largest: number;
  readonly milliseconds: number;
}

/** Algorithms side by side on the same rows. */
export interface Comparison {
  /** By falling silhouette; those without one last. */
  readonly contenders: readonly Contender[];
  /** Those that found at least one group, in the same order: adjusted Rand index of a and b at a × size + b. */
  readonly agreement: { readonly labels: readonly string[]; readonly values: Float64Array } | null;
  readonly rows: number;
  readonly rowsUsed: number;
}

/** What is remembered is not computed again, so the time that it took is remembered beside it. */
const times = new WeakMap<Int32Array, number>();

interface Ran {
  readonly contender: Contender;
  readonly labels: Int32Array | null;
}

/** Runs each algorithm with the person's settings, one after the other so that their times can be compared. */
export async function compare(
  wanted: readonly string[],
  matrix: Matrix,
  plan: GroupingPlan,
  compute: Compute,
  onPart: (doing: string, share: number) => void,
): Promise<Comparison> {
  const sample = (await compute("sampledMatrix", { matrix, size: SAMPLE, seed: plan.seed })).matrix;
  const ran: Ran[] = [];
  for (const [place, id] of wanted.entries()) {
    const entry = algorithmOf(id);
    onPart(`Comparing: ${entry.label}`, place / wanted.length);
    ran.push(await contend(entry, sample, plan, compute));
  }
  const ordered = ran.toSorted((a, b) => rank(b.contender) - rank(a.contender));
  const able = ordered.flatMap(({ contender, labels }) =>
    labels === null ? [] : [{ label: contender.entry.label, labels }],
  );
  const agreement =
    able.length < 2 ? null : await compute("agreement", { labelings: able.map(({ labels }) => labels) });
  return {
    contenders: ordered.map(({ contender }) => contender),
    agreement: agreement && { labels: able.map(({ label }) => label), values: agreement.values },
    rows: matrix.n,
    rowsUsed: sample.n,
  };
}

const rank = ({ silhouette }: Contender): number => (Number.isNaN(silhouette) ? -Infinity : silhouette);

async function contend(entry: AlgorithmEntry, matrix: Matrix, plan: GroupingPlan, compute: Compute): Promise<Ran> {
  const began = performance.now();
  try {
    const grouping = await group(entry.id as Parameters<typeof group>[0], matrix, plan, {
      compute,
      onProgress: () => undefined,
    });
    const milliseconds = times.get(grouping.labels) ?? performance.now() - began;
    times.set(grouping.labels, milliseconds);
    const judged = await compute("indices", {
      matrix,
      labels: grouping.labels,
      silhouetteRows: SILHOUETTE,
      seed: plan.seed,
    });
    return {
      contender: { entry, problem: null, milliseconds, ...measures(grouping, judged) },
      labels: grouping.labels,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const problem = `${error.message} ${error.next}`.trim();
    return { contender: { entry, problem, milliseconds: NaN, ...NOTHING }, labels: null };
  }
}

const NOTHING = {
  ...{ k: 0, noise: 0, silhouette: NaN, silhouetteMargin: 0 },
  ...{ calinskiHarabasz: NaN, daviesBouldin: NaN, largest: NaN },
};

type Judged = Pick<Contender, "silhouette" | "silhouetteMargin" | "calinskiHarabasz" | "daviesBouldin"> & {
  readonly clusters: readonly { readonly size: number }[];
};

function measures(grouping: Grouping, judged: Judged): Omit<Contender, "entry" | "problem" | "milliseconds"> {
  const { silhouette, silhouetteMargin, calinskiHarabasz, daviesBouldin, clusters } = judged;
  const sizes = clusters.map(({ size }) => size);
  const grouped = sizes.reduce((sum, size) => sum + size, 0);
  return {
    ...{ k: grouping.k, noise: grouping.noise, largest: Math.max(...sizes, 0) / grouped },
    ...{ silhouette, silhouetteMargin, calinskiHarabasz, daviesBouldin },
  };
}

import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { twoDecimals } from "../../charts/significant";
import { countOf } from "./phrases";
import type { Pca } from "./result";

/** How much each principal component explains, and what it is made of. */
export function pcaFigures(pca: Pca): readonly Figure[] {
  return [explainedFigure(pca), loadingsFigure(pca)];
}

const component = (index: number): string => `PC ${index + 1}`;

function method(pca: Pca): Figure["explain"] {
  return {
    text: `Principal components of the customers' bytes in ${pca.labels.length} applications, each put on one scale first (z-score), over ${countOf(pca.rowsUsed, "customer")} with a value in every application. Eigenvectors of the correlation matrix; the largest loading of a component is made positive.`,
    sql: pca.sql,
    parameters: {
      algorithm: "PCA (eigenvalues of the correlation matrix)",
      scaling: "z-score, population standard deviation",
      components: pca.explained.length,
    },
  };
}

function explainedFigure(pca: Pca): Figure {
  const names = pca.explained.map((_, index) => component(index));
  const reached = pca.explained.map((_, index) =>
    pca.explained.slice(0, index + 1).reduce((sum, share) => sum + share, 0),
  );
  return {
    id: "pca-explained",
    title: `One direction explains ${format(pca.explained[0], "share")} of how customers differ in applications`,
    subtitle: `Share of variance per principal component, ${countOf(pca.rowsUsed, "customer")}`,
    chart: bars({
      labels: names,
      values: pca.explained,
      format: "share",
      axis: "Variance explained",
      hover: names.map(
        (name, index) =>
          `${name} explains ${format(pca.explained[index], "share")}; the first ${index + 1} together ${format(reached[index], "share")}`,
      ),
      description: `Bar chart of explained variance: ${names.map((name, index) => `${name} ${format(pca.explained[index], "share")}`).join(", ")}.`,
    }),
    table: {
      columns: [
        { label: "Component", format: "text" },
        { label: "Variance explained", format: "share" },
        { label: "Reached so far", format: "share" },
      ],
      values: [names, pca.explained, reached],
    },
    explain: method(pca),
    span: 4,
  };
}

function loadingsFigure(pca: Pca): Figure {
  const first = pca.loadings[0] ?? [];
  const same = first.every((loading) => loading > 0);
  return {
    id: "pca-loadings",
    title: same
      ? "The first direction is using more of everything"
      : `The first direction is mostly ${pca.labels[largest(first)] ?? ""}`,
    subtitle: "Loadings: what each component is made of, −1 to 1",
    chart: heatmap({
      rows: pca.labels,
      columns: pca.explained.map((share, index) => `${component(index)} (${format(share, "share")})`),
      values: pca.labels.map((_, feature) => pca.loadings.map((loading) => loading[feature] ?? NaN)),
      scale: "diverging",
      limit: 1,
      print: twoDecimals,
      hover: (row, column) =>
        `${pca.labels[row] ?? ""} weighs ${format(pca.loadings[column]?.[row], "score")} in ${component(column)}`,
      description: `Loadings of ${pca.labels.length} applications on ${pca.loadings.length} components.`,
    }),
    table: {
      columns: [
        { label: "Application", format: "text" },
        ...pca.loadings.map((_, index) => ({ label: component(index), format: "score" as const })),
      ],
      values: [pca.labels, ...pca.loadings],
    },
    explain: method(pca),
    span: 8,
  };
}

function largest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (Math.abs(value) > Math.abs(values[best] ?? 0) ? index : best), 0);
}

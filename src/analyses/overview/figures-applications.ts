import { bars } from "../../charts/bars";
import { density } from "../../charts/density";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { twoDecimals } from "../../charts/significant";
import { pcaFigures } from "./figures-pca";
import { countOf, isRest, strength } from "./phrases";
import type { AppLink, AppLinks, AppTotals, Correlations, OverviewBase } from "./result";

/** What each application carries and how applications go together; null where the data has no applications. */
export interface ApplicationFigures {
  readonly totals: Figure | null;
  readonly links: readonly Figure[];
  readonly correlations: Figure | null;
  readonly pca: readonly Figure[];
}

export function applicationFigures(base: OverviewBase): ApplicationFigures {
  return {
    totals: base.apps && totalsFigure(base.apps),
    links: base.links ? linkFigures(base.links) : [],
    correlations: base.correlations && correlationFigure(base.correlations),
    pca: base.pca ? pcaFigures(base.pca) : [],
  };
}

function totalsFigure(apps: AppTotals): Figure {
  const all = apps.bytes.reduce((sum, bytes) => sum + bytes, 0);
  const shares = apps.bytes.map((bytes) => bytes / all);
  const first = apps.labels[0] ?? "";
  return {
    id: "app-traffic",
    title: all > 0 ? headline(apps, shares) : "No application carries any traffic",
    subtitle: `Download and upload of each application, ${format(all, "bytes")} in all`,
    chart: bars({
      labels: apps.labels,
      values: apps.bytes,
      format: "bytes",
      axis: "Traffic",
      colours: apps.labels.map((label) => (isRest(label) ? "var(--muted)" : "var(--data-1)")),
      notes: shares.map((share) => format(share, "share")),
      hover: apps.labels.map(
        (label, index) =>
          `${label} carries ${format(apps.bytes[index], "bytes")} (${format(shares[index], "share")}) for ${countOf(apps.users[index] ?? 0, "customer")}`,
      ),
      description: `Bar chart of traffic per application; ${first} is largest with ${format(apps.bytes[0], "bytes")}.`,
    }),
    table: {
      columns: [
        { label: "Application", format: "text" },
        { label: "Traffic", format: "bytes" },
        { label: "Share", format: "share" },
        { label: "Customers with any", format: "count" },
      ],
      values: [apps.labels, apps.bytes, shares, apps.users],
    },
    explain: {
      text: "The sum of download and upload bytes of each application over all customers kept by the filters. Shares are of the sum over the applications named here.",
      sql: apps.sql,
    },
    span: 6,
  };
}

function headline({ labels }: AppTotals, shares: readonly number[]): string {
  const named = labels.findIndex((label) => !isRest(label));
  const lead = Math.max(0, named);
  const rest = lead > 0 ? `, “${labels[0] ?? ""}” ${format(shares[0], "share")}` : "";
  return `${labels[lead] ?? ""} carries ${format(shares[lead], "share")} of application traffic${rest}`;
}

function linkFigures(links: AppLinks): readonly Figure[] {
  const order = links.apps.toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  return order.map((app, place) => linkFigure(app, place, order, links.sql));
}

function linkFigure(app: AppLink, place: number, order: readonly AppLink[], sql: string): Figure {
  const r = format(app.correlation, "score");
  return {
    id: `app-link-${place + 1}`,
    title: `${app.label} goes ${strength(app.correlation)} with total traffic (r = ${r})`,
    subtitle: `Customers by bytes of ${app.label} and in all; each further byte of it comes with ${format(app.slope, "number")} in all (dotted); axes end at the 99th percentile`,
    chart: density({
      xEdges: app.xEdges,
      yEdges: app.yEdges,
      counts: app.counts,
      xAxis: app.label,
      xFormat: "bytes",
      yAxis: "Total traffic",
      yFormat: "bytes",
      counted: "customers",
      line: { intercept: app.intercept, slope: app.slope },
      description: `Density of customers by ${app.label} against total traffic; correlation ${r}.`,
    }),
    table: {
      columns: [
        { label: "Application", format: "text" },
        { label: "Correlation with total traffic", format: "score" },
        { label: "Total bytes per byte of it", format: "number" },
        { label: "Total without it", format: "bytes" },
      ],
      values: [
        order.map(({ label }) => label),
        order.map(({ correlation }) => correlation),
        order.map(({ slope }) => slope),
        order.map(({ intercept }) => intercept),
      ],
    },
    explain: {
      text: "Pearson correlation and least-squares line of total traffic on an application's bytes, over customers. An application is part of the total, so a large one correlates by construction: compare applications, do not read a cause.",
      sql,
    },
    span: 4,
    ...(place === 0
      ? {
          caution:
            "An application is itself a part of total traffic, so a large one correlates with it by construction.",
        }
      : {}),
  };
}

function correlationFigure({ labels, values, n, sql }: Correlations): Figure {
  const pairs = labels.flatMap((left, i) =>
    labels.slice(i + 1).map((right, offset) => ({ left, right, r: values[i]?.[i + 1 + offset] ?? NaN })),
  );
  const sorted = pairs.filter((pair) => Number.isFinite(pair.r)).sort((a, b) => Math.abs(b.r) - Math.abs(a.r));
  const top = sorted[0];
  return {
    id: "app-correlations",
    title:
      top === undefined
        ? "No two applications vary together"
        : `${top.left} and ${top.right} go together most (r = ${format(top.r, "score")})`,
    subtitle: `Pearson correlation of applications' bytes over ${countOf(n, "customer")}`,
    chart: heatmap({
      rows: labels,
      columns: labels,
      values,
      scale: "diverging",
      limit: 1,
      print: twoDecimals,
      description: `Correlation matrix of ${labels.length} applications. ${top === undefined ? "" : `Strongest: ${top.left} with ${top.right}, ${format(top.r, "score")}.`}`,
    }),
    table: {
      columns: [
        { label: "Application", format: "text" },
        { label: "Application", format: "text" },
        { label: "Correlation", format: "score" },
      ],
      values: [sorted.map((pair) => pair.left), sorted.map((pair) => pair.right), sorted.map((pair) => pair.r)],
    },
    explain: {
      text: `Pearson correlation of the customers' bytes (download plus upload) in each pair of applications, over ${countOf(n, "customer")}. Customers who use everything more make every pair positive.`,
      sql,
    },
    span: 6,
  };
}

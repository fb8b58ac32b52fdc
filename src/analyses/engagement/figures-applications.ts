import { bars } from "../../charts/bars";
import { ordered } from "../../charts/colours";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { groupedBars } from "../../charts/grouped-bars";
import { tieNote } from "../../segmentation/ranking";
import type { ApplicationUse, EngagementResult } from "./result";

/** Traffic and users of every application. */
export function applicationsFigure({ apps, study, appsSql }: EngagementResult): Figure {
  const total = apps.reduce((sum, use) => sum + use.bytes, 0);
  const [first] = apps;
  const labels = apps.map((use) => use.app.label);
  return {
    id: "engagement-applications",
    title: `${first?.app.label ?? ""} carries ${format((first?.bytes ?? 0) / total, "share")} of the traffic of applications`,
    subtitle: `Download and upload of ${format(study.customers, "count")} customers`,
    chart: bars({
      labels,
      values: apps.map((use) => use.bytes),
      format: "bytes",
      axis: "Traffic",
      notes: apps.map((use) => format(use.bytes / total, "share")),
      hover: apps.map(
        (use) =>
          `${use.app.label}: ${format(use.bytes, "bytes", "full")}, used by ${format(use.users, "count")} customers`,
      ),
      description: `Traffic per application, from ${labels[0] ?? ""} down to ${labels.at(-1) ?? ""}.`,
    }),
    table: {
      columns: [
        { label: "Application", format: "text" },
        { label: "Traffic", format: "bytes" },
        { label: "Share", format: "share" },
        { label: "Customers using it", format: "count" },
      ],
      values: [
        labels,
        Float64Array.from(apps, (use) => use.bytes),
        Float64Array.from(apps, (use) => use.bytes / total),
        Float64Array.from(apps, (use) => use.users),
      ],
    },
    explain: {
      text: "Sum of each application's traffic over all customers. A customer uses an application when its traffic is above zero.",
      sql: appsSql,
    },
    span: 6,
  };
}

/** The three most used applications, by engagement segment. */
export function topApplicationsFigure({ apps, study, appsSql }: EngagementResult): Figure {
  const three = apps.slice(0, 3);
  const labels = three.map((use) => use.app.label);
  return {
    id: "engagement-top-applications",
    title: `Most used: ${listed(labels)}`,
    subtitle: "Traffic of the three applications with most traffic, by engagement segment",
    chart: groupedBars({
      labels,
      series: study.names.map((label, cluster) => ({
        label,
        values: three.map((use) => use.bytesByCluster[cluster] ?? 0),
        colour: ordered(cluster, study.names.length),
      })),
      mode: "stack",
      format: "bytes",
      axis: "Traffic",
      description: three.map((use) => `${use.app.label}: ${format(use.bytes, "bytes")}`).join("; "),
    }),
    table: {
      columns: [
        { label: "Application", format: "text" },
        { label: "Traffic", format: "bytes" },
        ...study.names.map((label) => ({ label, format: "bytes" as const })),
      ],
      values: [
        labels,
        Float64Array.from(three, (use) => use.bytes),
        ...study.names.map((_, cluster) => Float64Array.from(three, (use) => use.bytesByCluster[cluster] ?? 0)),
      ],
    },
    explain: {
      text: "Most used means most traffic. Customers that the treatment left out belong to no segment but count in the total.",
      sql: appsSql,
    },
    span: 6,
  };
}

/** The top customers of every application in one table. */
export function applicationTopsFigure({ apps }: EngagementResult): Figure {
  const lines = apps.flatMap((use) => use.top.customers.map((customer, index) => ({ use, customer, index })));
  const ties = apps.flatMap((use) => tieOf(use));
  return {
    id: "engagement-application-tops",
    title: leaderSentence(apps),
    subtitle: `Top ${apps[0]?.top.places ?? 10} customers of each application by its traffic`,
    table: {
      columns: [
        { label: "Application", format: "text" },
        { label: "Place", format: "count" },
        { label: "Customer", format: "text" },
        { label: "Traffic", format: "bytes" },
      ],
      values: [
        lines.map(({ use }) => use.app.label),
        Float64Array.from(lines, ({ use, index }) => use.top.ranks[index] ?? NaN),
        lines.map(({ customer }) => customer),
        Float64Array.from(lines, ({ use, index }) => use.top.values[index] ?? NaN),
      ],
    },
    explain: {
      text: "One query per application; shown is that of the application with most traffic. Equal values share a place.",
      ...(apps[0] === undefined ? {} : { sql: apps[0].top.sql }),
    },
    span: 12,
    ...(ties.length === 0 ? {} : { caution: ties.join(" ") }),
  };
}

function tieOf(use: ApplicationUse): readonly string[] {
  const note = tieNote(use.top);
  return note === undefined ? [] : [`${use.app.label}: ${note}`];
}

function leaderSentence(apps: readonly ApplicationUse[]): string {
  const leaders = new Map<string, number>();
  for (const use of apps) {
    const leader = use.top.customers[0];
    if (leader !== undefined) leaders.set(leader, (leaders.get(leader) ?? 0) + 1);
  }
  const [most] = [...leaders.entries()].toSorted((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] === 1)
    return `${leaders.size} different customers lead the ${apps.length} applications`;
  return `One customer leads ${most[1]} of the ${apps.length} applications`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

import { format } from "../../charts/format";
import type { Finding } from "../analysis";
import { countOf, isRest } from "./phrases";
import type { OverviewResult } from "./result";

/** One sentence: how many customers, what they carry, and who carries most of it. */
export function overviewAnswer({ dataset, base, names }: OverviewResult): string {
  const { totals, concentration, apps } = base;
  const sessions = Number.isFinite(totals.sessions) ? ` made ${countOf(totals.sessions, "session")}` : "";
  const traffic = Number.isFinite(totals.traffic)
    ? `${sessions === "" ? "" : " and"} carried ${format(totals.traffic, "bytes")}`
    : "";
  const did = sessions + traffic === "" ? " are in the data" : sessions + traffic;
  const top =
    concentration === null
      ? ""
      : `; the top tenth of them carry ${format(concentration.topDecileShare, "share")} of ${concentration.what}`;
  const first = apps?.labels.find((label) => !isRest(label));
  const app = first === undefined ? "" : `, ${first} is the most used application`;
  const handset = names.handsets?.labels[0];
  return `${countOf(dataset.counts.customers, "customer")}${did}${top}${app}${handset === undefined ? "" : `${app === "" ? "," : ""} and ${handset} is the most common handset`}.`;
}

/** What stands out, each sentence with its numbers. */
export function overviewFindings(result: OverviewResult): readonly Finding[] {
  return [
    unevenness(result),
    applications(result),
    repeaters(result),
    unknownHandsets(result),
    longTail(result),
    equalDurations(result),
  ].filter((finding) => finding !== null);
}

function unevenness({ base }: OverviewResult): Finding | null {
  const shared = base.concentration;
  if (shared === null) return null;
  const word = shared.gini < 0.3 ? "fairly evenly" : shared.gini < 0.5 ? "unevenly" : "very unevenly";
  return {
    text: `${capital(shared.what)} is shared out ${word}: the Gini coefficient is ${format(shared.gini, "score")}, and the top 10 % of customers carry ${format(shared.topDecileShare, "share")}.`,
    level: "info",
    explain: { text: "Gini coefficient and share of the top tenth, from the Lorenz curve below.", sql: shared.sql },
  };
}

function applications({ base }: OverviewResult): Finding | null {
  const { apps } = base;
  const [first, second] = apps?.labels ?? [];
  if (apps === null || first === undefined || second === undefined) return null;
  const all = apps.bytes.reduce((sum, bytes) => sum + bytes, 0);
  const two = (apps.bytes[0] ?? 0) + (apps.bytes[1] ?? 0);
  return {
    text: `${first} (${format(apps.bytes[0], "bytes")}) and ${second} (${format(apps.bytes[1], "bytes")}) together carry ${format(two / all, "share")} of application traffic.`,
    level: "info",
    explain: { text: "Sums of download and upload per application.", sql: apps.sql },
  };
}

function repeaters({ base, dataset }: OverviewResult): Finding | null {
  const spread = base.dispersion.rows.find((row) => row.metric.column === "sessions");
  if (spread === undefined || spread.n === 0) return null;
  return {
    text: `Half of the customers made ${spread.median === spread.min ? "only " : "at most "}${countOf(spread.median, "session")}; the most active made ${format(spread.max, "count", "full")}.`,
    level: "info",
    explain: {
      text: `Median and maximum of sessions over ${countOf(dataset.counts.customers, "customer")}.`,
      sql: base.dispersion.sql,
    },
  };
}

function unknownHandsets({ names }: OverviewResult): Finding | null {
  const list = names.handsets;
  if (list === null || list.unknown === 0) return null;
  return {
    text: `${countOf(list.unknown, "session")} (${format(list.unknown / list.total, "share")}) come from an unknown handset and take no place in the lists.`,
    level: "caution",
    explain: { text: "Sessions whose handset is empty or a null marker.", sql: list.sql },
  };
}

function longTail({ base }: OverviewResult): Finding | null {
  const worst = base.dispersion.rows.filter((row) => row.skewness > 3).toSorted((a, b) => b.skewness - a.skewness)[0];
  if (worst === undefined) return null;
  const { metric } = worst;
  return {
    text: `${metric.label} has a very long tail (skewness ${format(worst.skewness, "number")}): the mean of ${format(worst.mean, metric.unit)} says little about the typical customer, whose value is ${format(worst.median, metric.unit)}.`,
    level: "caution",
    explain: {
      text: "Bias-corrected moment coefficient of skewness, mean and median over customers.",
      sql: base.dispersion.sql,
    },
  };
}

function equalDurations({ base }: OverviewResult): Finding | null {
  const { deciles } = base;
  if (deciles === null || deciles.tiedAcross === 0) return null;
  return {
    text: `${countOf(deciles.tiedAcross, "customer")} share their exact duration with someone in another decile, so the borders between those deciles mean little.`,
    level: "caution",
    explain: { text: "Durations that occur in more than one decile.", sql: deciles.sql },
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

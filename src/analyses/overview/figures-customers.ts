import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { lorenz } from "../../charts/lorenz";
import { countOf } from "./phrases";
import type { Concentration, Deciles } from "./result";

/** How unevenly the volume is shared out. */
export function concentrationFigure(shared: Concentration): Figure {
  const top = format(shared.topDecileShare, "share");
  return {
    id: "concentration",
    title: `The top 10 % of customers carry ${top} of ${shared.what}`,
    subtitle: `Lorenz curve of ${shared.what} over ${countOf(shared.n, "customer")}`,
    chart: lorenz({
      customers: shared.customerShare,
      value: shared.valueShare,
      gini: shared.gini,
      what: shared.what,
      description: `Lorenz curve of ${shared.what}; the Gini coefficient is ${format(shared.gini, "score")}, the top tenth of customers carry ${top}.`,
    }),
    table: {
      columns: [
        { label: "Share of customers", format: "share" },
        { label: `Share of ${shared.what}`, format: "share" },
      ],
      values: [shared.customerShare, shared.valueShare],
    },
    explain: {
      text: `Customers in order of ${shared.what}, least first; the curve shows what share of it the first part of them carries. Gini = 2·Σ(i·x) / (n·Σx) − (n + 1) / n. The top tenth is the ${countOf(Math.ceil(shared.n / 10), "customer")} with the most.`,
      sql: shared.sql,
      parameters: {
        Gini: format(shared.gini, "score", "full"),
        "Share of the top tenth": format(shared.topDecileShare, "share", "full"),
        customers: shared.n,
      },
    },
    span: 6,
  };
}

/** Ten groups of customers by duration, with the traffic of each. */
export function decileFigure(deciles: Deciles): Figure {
  const all = deciles.traffic.reduce((sum, traffic) => sum + traffic, 0);
  const shares = deciles.traffic.map((traffic) => traffic / all);
  const names = deciles.traffic.map((_, index) => String(index + 1));
  const last = names.length - 1;
  const range = (index: number): string =>
    `${format(deciles.from[index], "seconds")} to ${format(deciles.to[index], "seconds")}`;
  return {
    id: "deciles",
    title: `The longest-connected tenth of customers carries ${format(shares[last], "share")} of traffic`,
    subtitle: "Total traffic of each tenth of customers by duration, shortest first",
    chart: bars({
      labels: names,
      values: deciles.traffic,
      format: "bytes",
      axis: "Traffic",
      namesAxis: "Decile by duration",
      horizontal: false,
      hover: names.map(
        (name, index) =>
          `Decile ${name}: ${countOf(deciles.customers[index] ?? 0, "customer")} connected for ${range(index)} carry ${format(deciles.traffic[index], "bytes")} (${format(shares[index], "share")})`,
      ),
      description: `Bar chart of traffic per duration decile, from ${format(deciles.traffic[0], "bytes")} in the first to ${format(deciles.traffic[last], "bytes")} in the last.`,
    }),
    table: {
      columns: [
        { label: "Decile", format: "count" },
        { label: "Customers", format: "count" },
        { label: "Shortest", format: "seconds" },
        { label: "Longest", format: "seconds" },
        { label: "Traffic", format: "bytes" },
        { label: "Share of traffic", format: "share" },
      ],
      values: [names.map(Number), deciles.customers, deciles.from, deciles.to, deciles.traffic, shares],
    },
    explain: {
      text: "Customers in order of total duration, cut into ten parts whose sizes differ by at most one. Equal durations are put in the order in which customers are numbered, that of their keys, so equals may be split by a border.",
      sql: deciles.sql,
    },
    span: 6,
    ...(deciles.tiedAcross > 0
      ? {
          caution: `${countOf(deciles.tiedAcross, "customer")} have the same duration as someone in another decile; a border between equals is drawn by name.`,
        }
      : {}),
  };
}

import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { countOf, listed } from "./phrases";
import type { NameList, NameLists } from "./result";

/** Handsets, makers, and the handsets of the first makers. */
export function nameFigures({ handsets, makers, handsetsOfMakers }: NameLists): readonly Figure[] {
  const lead = (list: NameList): string => `${list.labels[0] ?? ""} leads with ${share(list, 0)} of sessions`;
  const three = makers && makers.sessions.reduce((sum, sessions) => sum + sessions, 0) / makers.total;
  return [
    ...(handsets
      ? [
          nameFigure(
            "handsets",
            handsets,
            "Handset",
            lead(handsets),
            `The ${Math.min(handsets.asked, handsets.kinds)} most used of ${countOf(handsets.kinds, "handset type")}, by sessions`,
            makers === null ? 6 : 8,
          ),
        ]
      : []),
    ...(makers
      ? [
          nameFigure(
            "makers",
            makers,
            "Maker",
            `${listed(makers.labels)} stand for ${format(three, "share")} of sessions`,
            `The ${Math.min(3, makers.kinds)} most used of ${countOf(makers.kinds, "maker")}, by sessions`,
            4,
          ),
        ]
      : []),
    ...handsetsOfMakers.map(({ maker, list }, index) =>
      nameFigure(
        `handsets-of-maker-${index + 1}`,
        withoutMaker(list, maker),
        "Handset",
        `${list.labels[0] ?? ""} leads among ${maker} handsets`,
        `The ${Math.min(5, list.kinds)} most used of ${countOf(list.kinds, "handset type")} by ${maker}, ${countOf(list.total, "session")}`,
        4,
      ),
    ),
  ];
}

/** On a card about one maker its name need not stand before every handset, where it leaves no room for the handset's. */
function withoutMaker(list: NameList, maker: string): NameList {
  const start = `${maker} `;
  const labels = list.labels.map((label) => (label.startsWith(start) ? label.slice(start.length) : label));
  return { ...list, labels };
}

function share(list: NameList, index: number): string {
  return format((list.sessions[index] ?? NaN) / list.total, "share");
}

function nameFigure(
  id: string,
  list: NameList,
  kind: string,
  title: string,
  subtitle: string,
  span: Figure["span"],
): Figure {
  const unknown = list.unknown > 0;
  const labels = unknown ? [...list.labels, "Unknown"] : list.labels;
  const sessions = unknown ? [...list.sessions, list.unknown] : list.sessions;
  const shares = sessions.map((count) => count / list.total);
  const caution = tieCaution(list, kind);
  return {
    id,
    title,
    subtitle,
    chart: bars({
      labels,
      values: sessions,
      format: "count",
      axis: "Sessions",
      colours: labels.map((_, index) => (unknown && index === labels.length - 1 ? "var(--muted)" : "var(--data-1)")),
      notes: shares.map((part) => format(part, "share")),
      hover: labels.map(
        (label, index) =>
          `${label}: ${countOf(sessions[index] ?? 0, "session")}, ${format(shares[index], "share")} of all`,
      ),
      description: `Bar chart: ${labels
        .slice(0, 3)
        .map((label, index) => `${label} ${countOf(sessions[index] ?? 0, "session")}`)
        .join(", ")}.`,
    }),
    table: {
      columns: [
        { label: "Place", format: "text" },
        { label: kind, format: "text" },
        { label: "Sessions", format: "count" },
        { label: "Share", format: "share" },
      ],
      values: [
        [...list.places.map((place) => placeText(list.places, place)), ...(unknown ? [null] : [])],
        labels,
        sessions,
        shares,
      ],
    },
    explain: {
      text: `Sessions per ${kind.toLowerCase()}. Shares are of ${countOf(list.total, "session")}, those without a known ${kind.toLowerCase()} included; these are shown apart and take no place. Equal counts share a place.`,
      sql: list.sql,
    },
    span,
    ...(caution === null ? {} : { caution }),
  };
}

/** "=3" where a place is shared. */
function placeText(places: readonly number[], place: number): string {
  return places.filter((other) => other === place).length > 1 ? `=${place}` : String(place);
}

function tieCaution(list: NameList, kind: string): string | null {
  const last = list.places.at(-1) ?? 0;
  const sharing = list.places.filter((place) => place === last).length;
  const hidden = list.qualified - list.labels.length;
  if (hidden > 0)
    return `${countOf(sharing + hidden, kind.toLowerCase())} share place ${last}; ${sharing} of them are shown.`;
  return list.qualified > list.asked
    ? `${countOf(sharing, kind.toLowerCase())} share place ${last}, so the list is longer than ${list.asked}.`
    : null;
}

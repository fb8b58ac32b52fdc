import { LIST_WORDS } from "../../view/link-draft";
import type { PageSpec } from "../../view/link-specs";
import type { View } from "../../view/view";
import { fingerprintText } from "./fingerprint-words";
import { LIST_NAMES, rangeText } from "./filter-words";

const NAMED = 5;

/** What a link to this view tells whoever gets it, one line each. Values of the file are not among them. */
export function linkContents(view: View): readonly string[] {
  const { filters, roles, stepsOff, settings, fingerprint } = view;
  const changed = [...settings.values()].reduce((sum, own) => sum + own.size, 0);
  return [
    changed === 0
      ? "The page, with every setting at its default"
      : `The page and ${counted(changed, "changed setting")}`,
    "The treatment of missing values, outliers and scaling",
    ...(stepsOff.length > 0 ? [`${counted(stepsOff.length, "cleaning step")} switched off`] : []),
    ...(roles.length > 0 ? [`Names of columns whose meaning you chose: ${few(roles.map(([column]) => column))}`] : []),
    ...(filters.apps.length > 0 ? [`Names of the applications chosen: ${few(filters.apps)}`] : []),
    ...(filters.segments.length > 0 ? [`The numbers of the segments chosen: ${filters.segments.join(", ")}`] : []),
    ...(filters.from !== null || filters.to !== null ? [`The time range: ${rangeText(filters.from, filters.to)}`] : []),
    ...(fingerprint === null ? [] : [`Which file it is for: ${fingerprintText(fingerprint)}`]),
  ];
}

/** What was chosen that comes out of the file: "Maker: Aurora. Location: 12, 15. Funnel: view>buy". */
export function valuesInWords({ filters, settings }: View, pages: readonly PageSpec[]): string {
  const lists = (["makers", "handsets", "locations"] as const)
    .filter((list) => filters[list].length > 0)
    .map((list) => `${LIST_NAMES[list]}: ${few(filters[list])}`);
  const cells = pages.flatMap((page) =>
    Object.entries(page.settings).flatMap(([name, { cells: made, label }]) => {
      const value = made === true ? settings.get(page.id)?.get(name) : undefined;
      return value === undefined || value === "" ? [] : [`${label}: ${few([value].flat().map(short))}`];
    }),
  );
  return [...lists, ...cells].join(". ");
}

/** "the filter on handsets and the setting “Funnel”". */
export function listsInWords(keys: readonly string[], pages: readonly PageSpec[]): string {
  return keys.map((key) => `the ${LIST_WORDS.get(key) ?? settingInWords(key, pages)}`).join(" and ");
}

function settingInWords(key: string, pages: readonly PageSpec[]): string {
  const [page, name = ""] = key.split(".");
  return `setting “${pages.find(({ id }) => id === page)?.settings[name]?.label ?? key}”`;
}

const LONGEST_VALUE = 80;

const short = (value: unknown): string => {
  const text = String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
};

function few(names: readonly string[]): string {
  const more = names.length - NAMED;
  const text = names.slice(0, NAMED).join(", ");
  return more > 0 ? `${text} and ${more} more` : text;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

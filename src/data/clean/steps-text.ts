import type { LedgerSample, LedgerStep } from "../ledger";
import type { LoadReport } from "../source";
import type { TextAccount, TextRepair } from "../text-account";
import { counted, listed, quantity } from "./wording";

const REPAIRS: Readonly<Record<TextRepair["what"], (count: number) => string>> = {
  trimmed: (count) => `${quantity(count, "record")} cut to the header's width, since nothing stood behind it`,
  padded: (count) => `${quantity(count, "record")} filled up with empty fields`,
  loose: (count) => `${quantity(count, "record")} with quotes out of place, read as ordinary characters`,
  "windows-1252": (count) => `${quantity(count, "line")} not UTF-8, read as windows-1252`,
};

/** Where every record of the text went, held against an independent count; null for what is not text. */
export function linesStep({ load }: { readonly load: LoadReport }): LedgerStep | null {
  const accounts = load.text ?? [];
  if (accounts.length === 0) return null;
  const blank = sum(accounts, (one) => one.blank);
  const titles = sum(accounts, (one) => one.titles.length);
  const repairs = accounts.flatMap((one) => one.repairs);
  const parts = [
    `${quantity(
      sum(accounts, (one) => one.rows),
      "row",
    )} in the table, ${counted(sum(accounts, (one) => one.rejected))} refused.`,
    ...(blank > 0 ? [`${quantity(blank, "blank line")} between records left out.`] : []),
    ...(titles > 0 ? [`${quantity(titles, "line")} above the header left out.`] : []),
    ...repaired(repairs),
    unaccountedText(accounts),
  ];
  return {
    id: "lines",
    title: "Lines of the file",
    text: parts.join(" "),
    affected: blank + titles + sum(repairs, ({ count }) => count) + missing(accounts),
    of: "rows",
    samples: [...titleSamples(accounts), ...repairSamples(accounts)].slice(0, 8),
    enabled: true,
    switchable: false,
  };
}

const sum = <T>(all: readonly T[], value: (one: T) => number): number =>
  all.reduce((total, one) => total + value(one), 0);

const missing = (accounts: readonly TextAccount[]): number =>
  sum(accounts, ({ unaccounted }) => Math.abs(unaccounted ?? 0));

function repaired(repairs: readonly TextRepair[]): readonly string[] {
  const kinds = [...new Set(repairs.map(({ what }) => what))];
  const said = kinds.map((kind) =>
    REPAIRS[kind](
      sum(
        repairs.filter(({ what }) => what === kind),
        ({ count }) => count,
      ),
    ),
  );
  return said.length === 0 ? [] : [`${listed(said)}.`];
}

function unaccountedText(accounts: readonly TextAccount[]): string {
  const wrong = accounts.filter(({ unaccounted }) => unaccounted !== null && unaccounted !== 0);
  if (wrong.length > 0)
    return wrong
      .map(({ file, unaccounted, unit }) => {
        const count = Math.abs(unaccounted ?? 0);
        return `${quantity(count, unit === "records" ? "record" : "line")} of “${file}” unaccounted: an independent count differs, so check the file in a text editor.`;
      })
      .join(" ");
  const unknown = accounts.filter(({ unaccounted }) => unaccounted === null).map(({ file }) => `“${file}”`);
  if (unknown.length > 0) return `${listed(unknown)} could not be counted independently.`;
  return "An independent count of the file agrees: 0 records unaccounted.";
}

const titleSamples = (accounts: readonly TextAccount[]): readonly LedgerSample[] =>
  accounts.flatMap(({ titles, file }) =>
    titles
      .slice(0, 3)
      .map((text) => ({ row: null, column: file, before: text.slice(0, 200), after: "(above the header, left out)" })),
  );

const repairSamples = (accounts: readonly TextAccount[]): readonly LedgerSample[] =>
  accounts.flatMap(({ repairs, file }) =>
    repairs.flatMap(({ what, samples }) =>
      samples.map(({ line, text }) => ({ row: line, column: file, before: text, after: REPAIRED[what] })),
    ),
  );

/** What became of a mended record, as its sample says it. */
export const REPAIRED: Readonly<Record<TextRepair["what"], string>> = {
  trimmed: "(cut to the header's width)",
  padded: "(filled up)",
  loose: "(quotes kept as characters)",
  "windows-1252": "(read as windows-1252)",
};

/** Rows in which two columns hold each other's values: reported, never mended; null when there are none. */
export function swappedStep({ load }: { readonly load: LoadReport }): LedgerStep | null {
  const pairs = (load.text ?? []).flatMap(({ swapped }) => swapped);
  if (pairs.length === 0) return null;
  const said = pairs.map(
    ({ numbers, words, count }) =>
      `In ${quantity(count, "row")} “${numbers}” holds what “${words}” usually holds, and the other way round.`,
  );
  return {
    id: "swapped",
    title: "Values in each other's place",
    text: `${said.join(" ")} They are kept as they are.`,
    affected: sum(pairs, ({ count }) => count),
    of: "rows",
    samples: pairs
      .flatMap(({ numbers, samples }) =>
        samples.map(({ row, word }) => ({ row, column: numbers, before: word, after: "(kept)" })),
      )
      .slice(0, 5),
    enabled: true,
    switchable: false,
  };
}

import { readFingerprint } from "./fingerprint-text";
import { LIST_KEYS, LIST_WORDS, VALUE_KEYS, type Draft, type ListKey } from "./link-draft";
import { decodeText, pieceInWords, quoted } from "./link-text";
import { readTime } from "./link-time";
import { failed, type Parsed } from "./parsed";
import { readSegment } from "./segment-number";
import { defaultInWords, readValue, sameValue } from "./setting-value";
import type { AnyValue, Setting } from "./settings";
import { readMissing, readOutliers, readScaling } from "./treatment-text";
import { DEFAULT_TREATMENT } from "./view";

/** Takes one `key=value` of a link into the draft, or says why not. */
export function readPart(draft: Draft, part: string): void {
  const at = part.indexOf("=");
  const key = at < 0 ? null : decodeText(part.slice(0, at));
  if (key === null) {
    draft.problems.push(`The link's part ${quoted(part)} is damaged, so it is ignored.`);
    return;
  }
  const raw = part.slice(at + 1);
  if (key === "role") readRole(draft, raw);
  else if (isList(key)) readListItem(draft, key, raw);
  else if (key === "segment") readSegmentNumber(draft, raw);
  else if (draft.seen.has(key)) draft.problems.push(`The link says ${quoted(key)} twice; the first is used.`);
  else {
    draft.seen.add(key);
    readOnce(draft, key, raw);
  }
}

function readOnce(draft: Draft, key: string, raw: string): void {
  const use = <T>(parsed: Parsed<T>, otherwise: string, take: (value: T) => void): void => {
    if (failed(parsed))
      draft.problems.push(`The link's ${key} = ${pieceInWords(raw)} ${parsed.problem}, so ${otherwise}.`);
    else take(parsed.value);
  };
  const text = decodeText(raw) ?? "";
  switch (key) {
    case "v":
      return;
    case "missing":
      return use(
        readMissing(text),
        `the default ${DEFAULT_TREATMENT.missing} is used`,
        (value) => (draft.missing = value),
      );
    case "outliers":
      return use(readOutliers(text), "the default winsorise:1:99 is used", (value) => (draft.outliers = value));
    case "scale":
      return use(
        readScaling(text),
        `the default ${DEFAULT_TREATMENT.scaling} is used`,
        (value) => (draft.scaling = value),
      );
    case "from":
      return use(readTime(text), "it is ignored", (value) => (draft.from = value));
    case "to":
      return use(readTime(text), "it is ignored", (value) => (draft.to = value));
    case "file":
      return use(readFingerprint(text), "it is ignored", (value) => (draft.file = value));
    case "off":
      return readOff(draft, raw);
    case "cut":
      return readCut(draft, raw);
    case "held":
      return readHeld(draft, raw);
    default:
      return readSetting(draft, key, raw);
  }
}

/** The setting of a key such as “engagement.k”, with its page and name. */
function settingOf(draft: Draft, key: string): { page: string; name: string; setting: Setting | undefined } {
  const dot = key.indexOf(".");
  const [page, name] = [key.slice(0, dot), key.slice(dot + 1)];
  const settings = draft.specs.pages.find(({ id }) => dot > 0 && id === page)?.settings;
  return {
    ...{ page, name },
    setting: settings !== undefined && Object.hasOwn(settings, name) ? settings[name] : undefined,
  };
}

/** A setting made of cells, by its label; undefined for another key. */
function cellsInWords(draft: Draft, key: string): string | undefined {
  const { page, setting } = settingOf(draft, key);
  return setting?.cells === true ? `setting “${setting.label}” of ${page}` : undefined;
}

function readSetting(draft: Draft, key: string, raw: string): void {
  const { page, name, setting } = settingOf(draft, key);
  if (setting === undefined) {
    draft.problems.push(`The link's setting ${quoted(key)} is not known here, so it is ignored.`);
    return;
  }
  const parsed = readValue(setting, raw);
  if (failed(parsed)) {
    const fallback = `the default ${defaultInWords(setting)} is used`;
    draft.problems.push(`The link's ${key} = ${pieceInWords(raw)} ${parsed.problem}, so ${fallback}.`);
  } else if (!sameValue(parsed.value, setting.default)) {
    const chosen = draft.settings.get(page) ?? new Map<string, AnyValue>();
    draft.settings.set(page, chosen.set(name, parsed.value));
  }
}

function readRole(draft: Draft, raw: string): void {
  const [column, role, ...more] = raw.split(":").map(decodeText);
  if (!column || role === undefined || role === null || more.length > 0)
    draft.problems.push(`The link's column meaning ${pieceInWords(raw)} is damaged, so it is ignored.`);
  else if (!draft.specs.isRole(role))
    draft.problems.push(
      `The link's meaning of column ${quoted(column)}, ${quoted(role)}, is not known here, so it is ignored.`,
    );
  else if (draft.roles.has(column))
    draft.problems.push(`The link gives column ${quoted(column)} two meanings; the first is used.`);
  else draft.roles.set(column, role);
}

function readListItem(draft: Draft, key: ListKey, raw: string): void {
  const text = decodeText(raw);
  if (text === null || text === "")
    draft.problems.push(
      `The link's ${key} ${pieceInWords(raw)} ${text === null ? "is damaged" : "is empty"}, so it is ignored.`,
    );
  else draft.lists.get(key)?.add(text);
}

function readSegmentNumber(draft: Draft, raw: string): void {
  const parsed = readSegment(raw);
  if (failed(parsed))
    draft.problems.push(`The link's segment ${pieceInWords(raw)} ${parsed.problem}, so it is ignored.`);
  else draft.segments.add(parsed.value);
}

function readOff(draft: Draft, raw: string): void {
  for (const piece of raw.split(",")) {
    const step = decodeText(piece);
    if (step !== null && draft.specs.steps.includes(step)) draft.off.add(step);
    else
      draft.problems.push(
        `The link switches off the step ${pieceInWords(piece)}, which is not known here, so it is ignored.`,
      );
  }
}

function readCut(draft: Draft, raw: string): void {
  for (const key of raw.split(",")) {
    const name = LIST_WORDS.get(key) ?? cellsInWords(draft, key);
    if (name === undefined) draft.problems.push(`The link's cut = ${quoted(key)} is not known here, so it is ignored.`);
    else draft.problems.push(`The ${name} did not fit into the link, so this view is without.`);
  }
}

/** What was left out on purpose, because its values are cells of the file. */
function readHeld(draft: Draft, raw: string): void {
  for (const key of raw.split(",")) {
    const name = VALUE_KEYS.some((known) => known === key) ? LIST_WORDS.get(key) : cellsInWords(draft, key);
    if (name === undefined)
      draft.problems.push(`The link's held = ${quoted(key)} is not known here, so it is ignored.`);
    else
      draft.problems.push(`The link is without its ${name}, because the values come from the data: choose them again.`);
  }
}

function isList(key: string): key is ListKey {
  return LIST_KEYS.some((known) => known === key);
}

import { decodeText, encodeText, quoted } from "./link-text";
import { failed, type Parsed } from "./parsed";
import type { AnyValue, Setting } from "./settings";

const DECIMAL = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Why a setting cannot take a value, as the rest of a sentence; null when it can. */
export function refusal(setting: Setting, value: AnyValue): string | null {
  switch (setting.kind) {
    case "integer":
    case "number":
      return numberRefusal(setting, value);
    case "choice":
      return typeof value === "string" && hasOption(setting, value) ? null : `is not one of ${optionList(setting)}`;
    case "choices":
      return choicesRefusal(setting, value);
    case "toggle":
      return typeof value === "boolean" ? null : "is neither on nor off";
    case "items":
      return itemsRefusal(setting, value);
    case "text":
      return textRefusal(setting, value);
  }
}

/** Whether two values of one setting are the same: lists by their content in order. */
export function sameValue(a: AnyValue, b: AnyValue): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** A value as text of a link: `4`, `0.5`, `robust`, `sessions,duration_s`, `on`. */
export function writeValue(value: AnyValue): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "object") return value.map(encodeText).join(",");
  return encodeText(String(value));
}

/** The value that `writeValue` wrote, if the setting can take it. */
export function readValue(setting: Setting, raw: string): Parsed<AnyValue> {
  const read = readAs(setting, raw);
  if (failed(read)) return read;
  const problem = refusal(setting, read.value);
  return problem === null ? read : { problem };
}

/** A setting's default as a sentence names it. */
export function defaultInWords(setting: Setting): string {
  const value = setting.default;
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "object" ? value.join(", ") || "(none)" : String(value);
}

type NumberSetting = Extract<Setting, { kind: "integer" | "number" }>;
type OptionSetting = Extract<Setting, { kind: "choice" | "choices" }>;

function numberRefusal(setting: NumberSetting, value: AnyValue): string | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return "is not a number";
  if (setting.kind === "integer" && !Number.isInteger(value)) return "is not a whole number";
  return value < setting.min || value > setting.max ? `is outside ${setting.min} to ${setting.max}` : null;
}

function choicesRefusal(setting: Extract<Setting, { kind: "choices" }>, value: AnyValue): string | null {
  if (typeof value !== "object") return "is not a list";
  const unknown = value.find((option) => !hasOption(setting, option));
  if (unknown !== undefined) return `names ${quoted(unknown)}, which is not one of ${optionList(setting)}`;
  if (new Set(value).size < value.length) return "names an option twice";
  return value.length < setting.min ? `names fewer than ${setting.min}` : null;
}

function itemsRefusal(setting: Extract<Setting, { kind: "items" }>, value: AnyValue): string | null {
  if (typeof value !== "object") return "is not a list";
  if (value.length > setting.most) return `has more than ${setting.most} entries`;
  const odd = value.find((item) => !setting.accepts(item));
  if (odd !== undefined) return `has the entry ${quoted(odd)}, which cannot be read`;
  return new Set(value).size < value.length ? "names an entry twice" : null;
}

function textRefusal(setting: Extract<Setting, { kind: "text" }>, value: AnyValue): string | null {
  if (typeof value !== "string") return "is not a text";
  if (value.length > setting.longest) return `is longer than ${setting.longest} characters`;
  return value === setting.default || setting.accepts(value) ? null : "cannot be read";
}

function readAs(setting: Setting, raw: string): Parsed<AnyValue> {
  if (setting.kind === "choices" || setting.kind === "items") return readList(raw);
  const text = decodeText(raw);
  if (text === null) return { problem: "is damaged" };
  if (setting.kind === "choice" || setting.kind === "text") return { value: text };
  if (setting.kind === "toggle") {
    return text === "on" || text === "off" ? { value: text === "on" } : { problem: "is neither on nor off" };
  }
  return DECIMAL.test(text) ? { value: Number(text) + 0 } : { problem: "is not a number" };
}

function readList(raw: string): Parsed<readonly string[]> {
  const texts = raw === "" ? [] : raw.split(",").map(decodeText);
  const value = texts.filter((text) => text !== null);
  return value.length < texts.length ? { problem: "is damaged" } : { value };
}

function hasOption(setting: OptionSetting, value: string): boolean {
  return setting.options.some((option) => option.value === value);
}

function optionList(setting: OptionSetting): string {
  return setting.options.map((option) => option.value).join(", ");
}

/** A setting as data: from it come the form, the link and the docs. */
export type Setting = SettingKind & {
  /** Shown only while this other setting of the page has one of these values. */
  readonly when?: { readonly setting: string; readonly is: readonly string[] };
  /** A text or list for which the page has an editor of its own. */
  readonly edited?: true;
  /** Made of cells of the file, such as names of events: it stays out of links unless a person ticks that values may go. */
  readonly cells?: true;
};

type SettingKind =
  | {
      readonly kind: "integer";
      readonly label: string;
      readonly help: string;
      readonly default: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: "number";
      readonly label: string;
      readonly help: string;
      readonly default: number;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly help: string;
      readonly default: string;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: "choices";
      readonly label: string;
      readonly help: string;
      readonly default: readonly string[];
      readonly options: readonly Option[];
      readonly min: number;
    }
  | { readonly kind: "toggle"; readonly label: string; readonly help: string; readonly default: boolean }
  | {
      /** A list of texts in an order, such as features. */
      readonly kind: "items";
      readonly label: string;
      readonly help: string;
      readonly default: readonly string[];
      readonly most: number;
      accepts(item: string): boolean;
    }
  | {
      readonly kind: "text";
      readonly label: string;
      readonly help: string;
      readonly default: string;
      readonly longest: number;
      accepts(text: string): boolean;
    };

export interface Option {
  readonly value: string;
  readonly label: string;
}

export type Settings = Readonly<Record<string, Setting>>;

export type ValueOf<S extends Setting> = S extends { kind: "integer" | "number" }
  ? number
  : S extends { kind: "choice" | "text" }
    ? string
    : S extends { kind: "choices" | "items" }
      ? readonly string[]
      : boolean;

export type Values<Spec extends Settings> = { readonly [Key in keyof Spec]: ValueOf<Spec[Key]> };

export type AnyValue = number | string | boolean | readonly string[];

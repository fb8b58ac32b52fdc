import { fromHash } from "../../../src/view/from-hash";
import type { LinkSpecs } from "../../../src/view/link-specs";
import { LONGEST_HASH, toHash } from "../../../src/view/to-hash";
import { readViewFile } from "../../../src/view/view-file";
import type { View } from "../../../src/view/view";

const own = (value: object): string => JSON.stringify(Reflect.ownKeys(value).map(String));
const PROTOTYPES = [
  Object.prototype,
  Array.prototype,
  Map.prototype,
  Set.prototype,
  String.prototype,
  Function.prototype,
];
const UNTOUCHED = PROTOTYPES.map(own);

/** What is wrong with how a hostile link was read; null when nothing is. Throws what the reader throws. */
export function fault(hash: string, specs: LinkSpecs): string | null {
  const { view, problems } = fromHash(hash, specs, "engagement");
  readViewFile(`engagement${hash}`, specs);
  if (PROTOTYPES.some((prototype, index) => own(prototype) !== UNTOUCHED[index])) return "a prototype was changed";
  if (problems.some((problem) => !/^[A-Z“].*\.$/su.test(problem) || problem.length > 12_000))
    return "a problem is no sentence";
  if (problems.length > 13) return "too many sentences to read";
  return odd(view, specs) ?? unread(hash, view, problems, specs);
}

/** Anything in the view that a person could not have chosen. */
function odd(view: View, specs: LinkSpecs): string | null {
  if (view.page !== "engagement") return "another page";
  for (const [page, values] of view.settings) {
    const settings = specs.pages.find(({ id }) => id === page)?.settings;
    if (settings === undefined) return `settings of an unknown page ${page}`;
    for (const [name, value] of values) {
      const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
      if (setting === undefined) return `an unknown setting ${page}.${name}`;
      if (
        "min" in setting &&
        "max" in setting &&
        !(typeof value === "number" && value >= setting.min && value <= setting.max)
      )
        return `${page}.${name} out of bounds`;
    }
  }
  if (view.roles.some(([, role]) => !specs.isRole(role))) return "an unknown role";
  if (view.stepsOff.some((step) => !specs.steps.includes(step))) return "an unknown step";
  const { from, to } = view.filters;
  return from !== null && to !== null && from >= to ? "a time range that ends before it starts" : null;
}

/** A link of ours to what was read is short and is read as the same; a part that changed nothing must have been named. */
function unread(hash: string, view: View, problems: readonly string[], specs: LinkSpecs): string | null {
  const again = toHash(view, specs, { values: true, longest: Infinity }).hash;
  if (toHash(view, specs, { values: true, longest: LONGEST_HASH }).hash.length > LONGEST_HASH)
    return "our link is too long";
  const back = fromHash(again, specs, "engagement");
  if (again.length < 20_000 && toHash(back.view, specs, { values: true, longest: Infinity }).hash !== again)
    return "our link is read otherwise than it was meant";
  const says = /[&#]\w+(?:\.\w+)?=/u.test(`#${hash.replace(/^#/u, "")}`);
  const nothing = again === "#v=1" && says && problems.length === 0 && !isDefault(hash);
  return nothing ? "a part was ignored without a word" : null;
}

/** Parts that say what is so anyway. */
function isDefault(hash: string): boolean {
  const parts = hash.replace(/^#/u, "").split("&");
  const EXPECTED = /^(?:v=1|missing=mean|outliers=winsorise:1:99|scale=zscore|\w+\.\w+=.*|[^=]*|)$/u;
  return parts.every((part) => EXPECTED.test(part));
}

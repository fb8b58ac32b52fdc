import { readLog, type Log } from "../../behaviour/log";
import { recipeOf } from "../../behaviour/recipe-of";
import { rate } from "../../behaviour/wilson";
import type { TableColumn } from "../../data/table/table-column";
import { UserError } from "../../data/user-error";
import { readKinds } from "../../view/kinds-text";
import type { Values } from "../../view/settings";
import type { KindsOutput } from "../../workers/journeys/kinds";
import type { Context } from "../analysis";
import { behaviourSegments, withHowMany, type BehaviourSegments } from "./behaviour-segments";
import { bindKinds, undecided } from "./bind-kinds";
import { defaultKinds } from "./default-kinds";
import { chosenEvents, guessEventKinds, type EventKinds } from "./event-kinds";
import type { Unit } from "./features";
import { groupColumns, type Groups } from "./group-columns";
import { readFeatures, type Behaviour } from "./read-features";
import type { Kind, ShoppersResult, Worth } from "./result";
import type { SHOPPERS_SETTINGS } from "./settings";
import { thingColumn } from "./thing-column";
import { asksForPurchases, groupNames } from "./words";

type Chosen = Values<typeof SHOPPERS_SETTINGS>;

/** Features of every customer or visit, then their kinds, what those are worth and what tells them apart. */
export async function runShoppers(context: Context, values: Chosen): Promise<ShoppersResult> {
  context.onProgress(0, "Reading the events");
  const { columns } = await context.table();
  const log = await openedLog(context, columns, values);
  const events = eventsOf(log, values);
  const unit: Unit = values.unit === "visit" ? "visit" : "customer";
  context.onProgress(0.3, "Measuring how they behave");
  const thing = thingColumn(columns, log.recipe.roles, values.things);
  const behaviour = await readFeatures(context, log, { unit, kinds: events, thing });
  const rules = readKinds(values.kinds) ?? defaultKinds(unit, events);
  context.onProgress(0.6, "Trying the rules");
  const found = await context.compute("kinds", { columns: behaviour.columns, rules: bindKinds(rules, behaviour) });
  const kinds = rules.map((rule, at): Kind => ({
    rule,
    thresholds: found.thresholds[at] ?? [],
    undecided: undecided(rule, behaviour),
    ...{ n: found.sizes[at] ?? 0, fits: found.fits[at] ?? 0 },
  }));
  const labels = found.kind.map((kind) => (kind < 0 ? rules.length : kind));
  const grouped: Groups = { groups: "kind", codes: labels, names: groupNames({ kinds }) };
  await context.derive("shoppers", ...groupColumns(behaviour, [grouped]));
  const seen = {
    ...{ log, events, behaviour, kinds, labels },
    ...{ none: found.sizes[rules.length] ?? 0, several: found.several, overlaps: found.overlaps },
    one: unit === "visit" ? "visit" : context.dataset.unit,
    total: labels.length,
    worth: await worthOf(context, behaviour, events, found, kinds, labels),
  };
  const first = { ...seen, treatment: context.treatment, profile: null, segments: null, partial: true };
  context.show(first);
  return toldApart(context, values, first, grouped);
}

/** Adds what tells the kinds apart, then the segments that behaviour makes by itself. */
async function toldApart(
  context: Context,
  values: Chosen,
  seen: ShoppersResult,
  grouped: Groups,
): Promise<ShoppersResult> {
  const { behaviour, labels } = seen;
  const kinds = seen.kinds.length + 1;
  const profile = await context.compute(
    "profile",
    { columns: behaviour.columns, labels, k: kinds },
    { onProgress: (share) => context.onProgress(0.7 + 0.1 * share, "Asking what tells the kinds apart") },
  );
  context.show({ ...seen, profile });
  context.onProgress(0.8, "Finding segments by behaviour");
  const segments = await behaviourSegments(context, values, { behaviour, profile, labels, kinds });
  if ("problem" in segments) return { ...seen, profile, segments, partial: false };
  await context.derive("shoppers", ...groupColumns(behaviour, [grouped, segmentOf(segments, labels.length)]));
  context.show({ ...seen, profile, segments });
  let parts = 0;
  const judged = await withHowMany(context, segments, values.seed, () =>
    context.onProgress(0.9 + 0.025 * ++parts, "Asking how many segments there are"),
  );
  return { ...seen, profile, segments: judged, partial: false };
}

/** The segment of everybody; -1 for whom the treatment left out. */
function segmentOf({ prepared, made, names }: BehaviourSegments, total: number): Groups {
  const codes = new Int32Array(total).fill(-1);
  for (let i = 0; i < prepared.rows.length; i++) codes[prepared.rows[i] as number] = made.labels[i] as number;
  return { groups: "segment", codes, names: names.map(({ name }) => name) };
}

async function openedLog(context: Context, columns: readonly TableColumn[], values: Chosen): Promise<Log> {
  const recipe = recipeOf(columns, values);
  if (recipe.roles.what === null && recipe.roles.when === null)
    throw new UserError(
      "No column says what happened or when, so there is no behaviour to tell kinds of shoppers by.",
      "Choose the column that names the event, page or product under “What happened” in the settings.",
    );
  return readLog(context, columns, recipe);
}

function eventsOf({ names, recipe }: Log, { views, carts, checkouts, buys }: Chosen): EventKinds {
  const guess = guessEventKinds(names, recipe.roles.baskets);
  return {
    view: chosenEvents(views, guess.view, names),
    cart: chosenEvents(carts, guess.cart, names),
    checkout: chosenEvents(checkouts, guess.checkout, names),
    buy: chosenEvents(buys, guess.buy, names),
  };
}

/** Of the resampled means. */
const SEED = 1;
const RESAMPLES = 1000;

async function worthOf(
  context: Context,
  { features, columns }: Behaviour,
  events: EventKinds,
  { sizes }: KindsOutput,
  kinds: readonly Kind[],
  labels: Int32Array,
): Promise<readonly Worth[]> {
  const k = kinds.length + 1;
  const column = (key: string): Float64Array | undefined => columns[features.findIndex((one) => one.key === key)];
  const means = (values: Float64Array) =>
    context.compute("groupMeans", { values, labels, k, seed: SEED, resamples: RESAMPLES });
  // Where every visit is a purchase, that everybody bought says nothing.
  const told = events.buy === "every" ? undefined : column("purchases");
  const [bought, money] = [told, column("money")];
  const buyers = bought === undefined ? null : await means(bought.map((purchases) => (purchases > 0 ? 1 : 0)));
  const amounts = money === undefined ? null : await means(money);
  return groupNames({ kinds }).map((name, at) => ({
    ...{ name, n: sizes[at] ?? 0 },
    conversion: buyers === null ? null : rate(buyers[at]?.sum ?? 0, sizes[at] ?? 0),
    byRule: kinds[at] !== undefined && asksForPurchases(kinds[at].rule),
    money: amounts?.[at] ?? null,
  }));
}

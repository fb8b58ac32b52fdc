import { existsSync, readFileSync } from "node:fs";

const FILE = "../shared/reference/journeys.json";

/** Numbers of real logs computed with pandas; absent where the shared files are. */
interface JourneysReference {
  readonly online_retail: {
    readonly cohorts_monthly_active_customers: Readonly<Record<string, readonly number[]>>;
    readonly days_between_purchase_days: {
      readonly n: number;
      readonly median: number;
      readonly mean: number;
      readonly p90: number;
    };
    readonly customers_with_one_purchase_day: number;
    readonly top10_products_by_revenue: readonly (readonly [string, number])[];
    readonly top10_customers_by_revenue: readonly (readonly [string, number])[];
    readonly revenue_by_month: Readonly<Record<string, number>>;
    readonly revenue_by_country_top5: readonly (readonly [string, number])[];
    readonly invoices_by_weekday_mon0: Readonly<Record<string, number>>;
  };
  readonly eshop: {
    readonly clicks_per_session: Readonly<Record<string, number>>;
    readonly one_click_sessions: number;
    readonly exit_category: Readonly<Record<string, number>>;
    readonly top10_exit_models: readonly (readonly [string, number])[];
    readonly sessions_by_country_top5: readonly (readonly [number, number])[];
  };
  readonly shoppers_intention: {
    readonly by_visitor: Readonly<Record<string, readonly [number, number]>>;
    readonly by_month: Readonly<Record<string, readonly [number, number]>>;
  };
}

export const hasReference = existsSync(FILE);

export const journeysReference = (): JourneysReference => JSON.parse(readFileSync(FILE, "utf8")) as JourneysReference;

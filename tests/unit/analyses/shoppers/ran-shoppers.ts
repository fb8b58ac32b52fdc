import { shoppers } from "../../../../src/analyses/shoppers";
import type { ShoppersResult } from "../../../../src/analyses/shoppers/result";
import type { Engine } from "../../../../src/data/engine";
import { logOf } from "../../behaviour/logs";
import { defaultsOf } from "../../segmentation/defaults";

/** What a person may choose on the page of shoppers. */
export type Chosen = Parameters<typeof shoppers.run>[1];

/** The page of shoppers for a log as CSV, with the usual settings but those chosen. */
export async function ranShoppers(engine: Engine, csv: string, chosen: Partial<Chosen> = {}): Promise<ShoppersResult> {
  const { context } = await logOf(engine, csv);
  return shoppers.run(context, { ...defaultsOf(shoppers.settings), ...chosen });
}

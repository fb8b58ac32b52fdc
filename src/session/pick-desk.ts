import type { PickDesk } from "../analyses/analysis";
import { customerKeys } from "../data/customers/customer-keys";
import type { Engine } from "../data/engine";
import type { Compute } from "../workers/contract";

/** Makes what serves figures about customers that are picked out, each until its signal fires. */
export type MakePickDesk = (signal: AbortSignal) => PickDesk;

/** It outlives the run that showed the page, so that customers can be picked out on a page that was stopped, too. */
export const pickDesks =
  (engine: Engine, compute: Compute): MakePickDesk =>
  (signal) => ({
    compute: (job, input, options) => compute(job, input, { ...options, signal }),
    keys: (customerNo) => customerKeys(engine, customerNo),
  });

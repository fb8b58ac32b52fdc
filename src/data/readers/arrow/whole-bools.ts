import type { ArrowMessage } from "./arrow-messages";
import type { BoolPlace } from "./bool-places";
import { FlatBuffer } from "./flat-buffer";

/** Numbers of fields in the Arrow format's Message.fbs. */
const [HEADER, NODES, BUFFERS] = [2, 1, 2];

/** Nodes and buffers are pairs of 64-bit numbers. */
const PAIR = 16;

/**
 * Gives truths that are all missing the bits they need: `apache-arrow` writes none for them, which the Parquet writer
 * refuses. The bits that say that each one is missing serve as well. The batch's plain head is changed in place.
 */
export function wholeBools({ head }: Pick<ArrowMessage, "head">, places: readonly BoolPlace[]): void {
  const batch = new FlatBuffer(head).root().table(HEADER);
  if (batch === null || places.length === 0) return;
  const [nodes, buffers] = [batch.structs(NODES), batch.structs(BUFFERS)];
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (const { node, buffer } of places) {
    if (node >= nodes.count || buffer + 1 >= buffers.count) return;
    const [nodeAt, missingAt] = [nodes.at + PAIR * node, buffers.at + PAIR * buffer];
    const valuesAt = missingAt + PAIR;
    const allMissing = view.getBigInt64(nodeAt, true) === view.getBigInt64(nodeAt + 8, true);
    if (!allMissing || view.getBigInt64(valuesAt + 8, true) !== 0n) continue;
    view.setBigInt64(valuesAt, view.getBigInt64(missingAt, true), true);
    view.setBigInt64(valuesAt + 8, view.getBigInt64(missingAt + 8, true), true);
  }
}

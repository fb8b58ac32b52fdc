import { cleaned } from "./cleaned";
import type { Engine, Filling } from "./engine";

/**
 * Does work that inserts many Arrow streams into a table that exists: several times as fast as inserting each by itself.
 * When it rejects, some rows may be in the table.
 */
export async function fillTable<T>(
  engine: Engine,
  table: string,
  work: (insert: Filling["insert"]) => Promise<T>,
): Promise<T> {
  const filling = await engine.fill(table);
  return cleaned(
    () => work((ipc) => filling.insert(ipc)),
    () => filling.end(),
  );
}

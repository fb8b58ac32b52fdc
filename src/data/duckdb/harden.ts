import type { Engine } from "../engine";
import type { Sql } from "../sql";

const statement = (text: string): Sql => ({ text, values: [] });

/** What the engine may hold, where nobody measured the device. */
const MEMORY_LIMIT = "1500MB";

/** In this order: the fifth must precede the sixth, the sixth cannot be undone, the last locks them all. */
const settings = (memoryLimit: string): readonly string[] => [
  "SET autoinstall_known_extensions=false",
  "SET autoload_known_extensions=false",
  "SET allow_community_extensions=false",
  `SET memory_limit='${memoryLimit}'`,
  "SET allowed_directories=['/vault/']",
  "SET enable_external_access=false",
  "SET lock_configuration=true",
];

/**
 * Shuts the engine in: no extension, no file but the vault's, no URL, no more memory than `memoryLimit` ("1500MB"), and no
 * way to change that. Throws a RangeError for a limit that is not a number of megabytes.
 */
export async function harden(engine: Engine, memoryLimit: string = MEMORY_LIMIT): Promise<void> {
  if (!/^\d+MB$/u.test(memoryLimit)) throw new RangeError(`“${memoryLimit}” is not a memory limit.`);
  for (const text of settings(memoryLimit)) await engine.query(statement(text));
}

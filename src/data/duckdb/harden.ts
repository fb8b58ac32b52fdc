import type { Engine } from "../engine";
import type { Sql } from "../sql";

const statement = (text: string): Sql => ({ text, values: [] });

/** In this order: the fifth must precede the sixth, the sixth cannot be undone, the last locks them all. */
const SETTINGS: readonly string[] = [
  "SET autoinstall_known_extensions=false",
  "SET autoload_known_extensions=false",
  "SET allow_community_extensions=false",
  "SET memory_limit='1500MB'",
  "SET allowed_directories=['/vault/']",
  "SET enable_external_access=false",
  "SET lock_configuration=true",
];

/** Shuts the engine in: no extension, no file but the vault's, no URL, and no way to change that. */
export async function harden(engine: Engine): Promise<void> {
  for (const text of SETTINGS) await engine.query(statement(text));
}

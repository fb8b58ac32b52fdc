import type { Engine } from "../engine";

/** A statement that must fail, what it tried in words, and what the engine answered. */
export interface EscapeTried {
  readonly tried: string;
  readonly refused: boolean;
  readonly said: string;
}

/** The engine's own refusals. Any other failure, such as of the network, would not prove its lock. */
const OWN_REFUSAL = /configuration has been locked|disabled (?:by|through) configuration/u;

/** Asks a hardened engine to unlock itself and to read from `origin`; never throws for a refusal. */
export async function escapesTried(engine: Engine, origin: string): Promise<readonly EscapeTried[]> {
  const tried: EscapeTried[] = [];
  for (const [words, text] of statements(origin)) tried.push({ tried: words, ...(await refusal(engine, text)) });
  return tried;
}

/** Rejects with a plain Error naming what an engine that should be hardened did not refuse. */
export async function mustBeLocked(engine: Engine, origin: string): Promise<void> {
  const through = (await escapesTried(engine, origin)).filter(({ refused }) => !refused);
  if (through.length > 0)
    throw new Error(`The SQL engine is not locked: ${through.map(({ tried }) => tried).join("; ")}.`);
}

function statements(origin: string): readonly (readonly [string, string])[] {
  const file = `'${new URL("seal-check.js", origin).href.replaceAll("'", "''")}'`;
  return [
    ["raising the SQL engine's memory limit", "SET memory_limit='4GB'"],
    ["giving the SQL engine back its access to the outside", "SET enable_external_access=true"],
    ["reading an address with SQL", `SELECT * FROM read_csv(${file})`],
    ["writing to an address with SQL", `COPY (SELECT 1) TO ${file}`],
    ["loading an extension into the SQL engine", "LOAD httpfs"],
  ];
}

async function refusal(engine: Engine, text: string): Promise<Pick<EscapeTried, "refused" | "said">> {
  try {
    await engine.query({ text, values: [] });
    return { refused: false, said: "" };
  } catch (error) {
    const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return { refused: OWN_REFUSAL.test(said), said };
  }
}

import { readFileSync } from "node:fs";
import type { PageContent, Run } from "../../../../src/session/session";
import type { WorkbenchSession } from "../../../../src/session/workbench-session";
import type { AnyValue } from "../../../../src/view/settings";
import { memoryAddress } from "../../session/memory-address";
import { sessionInNode, settled } from "../../session/session-in-node";

/** A workbench in this process with a file open and the lab's page in front. */
export async function openedLab(path: string | File): Promise<WorkbenchSession> {
  const session = await sessionInNode(memoryAddress("segments"));
  const file = path instanceof File ? path : new File([readFileSync(path)], path.split("/").at(-1) ?? "");
  await session.open([file]);
  session.go("segments");
  await settled(session);
  return session;
}

/** Changes settings of the lab and waits for the answer; a run that ends otherwise fails the test. */
export async function labOf(
  session: WorkbenchSession,
  settings: Readonly<Record<string, AnyValue>> = {},
): Promise<PageContent> {
  for (const [name, value] of Object.entries(settings)) session.setSetting("segments", name, value);
  const run = await ended(session);
  if (run.state !== "done") throw new Error(JSON.stringify(run));
  return run.page;
}

/** How the run of the current settings ends. */
export async function ended(session: WorkbenchSession): Promise<Run> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (;;) {
    const run = session.run("segments").value;
    if (run.state !== "running" && run.state !== "waiting") return run;
    if (session.stage.value.name !== "ready") throw new Error(JSON.stringify(session.stage.value));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The values of a column of a figure's table. */
export function cells(page: PageContent, figure: string, column: string): readonly (string | number | null)[] {
  const { table } = page.figures.find(({ id }) => id === figure) ?? { table: undefined };
  const place = table?.columns.findIndex(({ label }) => label === column) ?? -1;
  const values = table?.values[place];
  if (values === undefined) throw new Error(`There is no ${figure}.${column}.`);
  return [...values];
}

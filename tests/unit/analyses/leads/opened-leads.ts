import { readFileSync } from "node:fs";
import type { PageContent, Run } from "../../../../src/session/session";
import type { WorkbenchSession } from "../../../../src/session/workbench-session";
import type { AnyValue } from "../../../../src/view/settings";
import { memoryAddress } from "../../session/memory-address";
import { sessionInNode, settled } from "../../session/session-in-node";

/** A workbench in this process with a file open and the page of leads in front. */
export async function openedLeads(path: string | File): Promise<WorkbenchSession> {
  const session = await sessionInNode(memoryAddress("leads"));
  const file = path instanceof File ? path : new File([readFileSync(path)], path.split("/").at(-1) ?? "");
  await session.open([file]);
  session.go("leads");
  await settled(session);
  return session;
}

/** Changes settings and waits for the answer; a run that ends otherwise fails the test. */
export async function leadsOf(
  session: WorkbenchSession,
  settings: Readonly<Record<string, AnyValue>> = {},
): Promise<PageContent> {
  const run = await endedWith(session, settings);
  if (run.state !== "done") throw new Error(JSON.stringify(run));
  return run.page;
}

/** Changes settings and waits for how the run ends. */
export async function endedWith(
  session: WorkbenchSession,
  settings: Readonly<Record<string, AnyValue>> = {},
): Promise<Run> {
  for (const [name, value] of Object.entries(settings)) session.setSetting("leads", name, value);
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (;;) {
    const run = session.run("leads").value;
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

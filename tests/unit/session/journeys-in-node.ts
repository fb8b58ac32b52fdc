import { journeys } from "../../../src/analyses/journeys";
import type { Address } from "../../../src/session/address";
import type { PageContent } from "../../../src/session/session";
import type { WorkbenchSession } from "../../../src/session/workbench-session";
import { partsInNode, sessionOver } from "./session-in-node";

/** A workbench whose only page is that of the journeys. */
export async function journeysOver(address: Address): Promise<WorkbenchSession> {
  const { id, title, question } = journeys;
  const entry = { id, title, question, after: [], needs: [], onVisit: true, load: () => Promise.resolve(journeys) };
  return sessionOver({ ...(await partsInNode()), analyses: [{ entry, analysis: journeys }] }, address);
}

/** What the page shows once it has ended; with `before`, once that is something else. */
export async function ended(session: WorkbenchSession, before: PageContent | null = null): Promise<PageContent> {
  for (;;) {
    const run = session.run("journeys").value;
    if (run.state === "done" && run.page !== before) return run.page;
    if (run.state !== "done" && run.state !== "running" && run.state !== "waiting")
      throw new Error(JSON.stringify(run));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

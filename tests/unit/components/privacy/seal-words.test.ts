import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { sealOf } from "../../../../src/components/privacy/seal-state";
import { clock, stateSentence } from "../../../../src/components/privacy/seal-words";
import type { Session } from "../../../../src/session/session";
import { SealBroken, type SealEvidence } from "../../../../src/session/seal-evidence";

const evidence = (refused: readonly boolean[], requests: readonly string[] = []): SealEvidence => ({
  sealedAt: 1400,
  at: new Date(2026, 10, 20, 14, 5, 31),
  checks: refused.map((was, index) => ({ where: "page", tried: `way ${index}`, refused: was, said: "" })),
  limits: [],
  since: { requests: signal(requests), stopped: signal([]) },
});

const session = (seal: SealEvidence | null): Session => ({ seal }) as Session;

describe("the seal in words", () => {
  it("never says that a page is sealed before it is, or when it could not be", () => {
    expect(sealOf({ session: null, problem: null }).state).toBe("booting");
    expect(sealOf({ session: session(null), problem: null }).state).toBe("unsealed");
    expect(sealOf({ session: session(evidence([true])), problem: null }).state).toBe("sealed");
    expect(sealOf({ session: session(evidence([true], ["https://x.test/"])), problem: null }).state).toBe("leaking");
    expect(sealOf({ session: null, problem: new Error("no engine") })).toEqual({ state: "broken", evidence: null });
    const broken = evidence([true, false]);
    expect(sealOf({ session: null, problem: new SealBroken(broken) })).toEqual({ state: "broken", evidence: broken });
  });

  it("answers with the numbers of the evidence", () => {
    expect(stateSentence("sealed", evidence([true, true]), 0)).toBe(
      "No. The page was sealed 1.4 seconds after it was opened, tried 2 ways out, was refused every time, and has asked for nothing since.",
    );
    expect(stateSentence("leaking", evidence([true]), 2)).toContain("it has asked for 2 addresses since");
    expect(stateSentence("broken", evidence([true, false]), 0)).toBe(
      "This page could not be sealed, so it takes no file: 1 of 2 ways out was not refused.",
    );
    expect(stateSentence("broken", null, 0)).toContain("takes no file");
    expect(stateSentence("booting", null, 0)).toContain("Not sealed yet");
  });

  it("shows the moment as a clock does", () => {
    expect(clock(evidence([]).at)).toBe("14:05:31");
  });
});

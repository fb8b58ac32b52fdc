import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { SealBroken, unbroken, type SealCheck, type SealEvidence } from "../../../src/session/seal-evidence";
import { sent } from "../../../src/session/seal-watch";

const evidence = (...refused: readonly boolean[]): SealEvidence => ({
  sealedAt: 1400,
  at: new Date(2026, 10, 20, 14, 5, 31),
  checks: refused.map((was, index): SealCheck => ({ where: "page", tried: `way ${index}`, refused: was, said: "" })),
  limits: [],
  since: { requests: signal([]), stopped: signal([]) },
});

describe("the evidence of the seal", () => {
  it("is handed on when everything was refused", () => {
    const whole = evidence(true, true);
    expect(unbroken(whole)).toBe(whole);
  });

  it("stops the start when one way led out, naming it and no other, and saying what to do", () => {
    const broken = evidence(true, false, true);
    let thrown: unknown = null;
    try {
      unbroken(broken);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(SealBroken);
    const failure = thrown as SealBroken;
    expect(failure.message).toBe("This page takes no file, because it could not be sealed. Not refused: way 1.");
    expect(failure.next).toMatch(/^Open Clientele in a tab of its own/u);
    expect(failure.evidence).toBe(broken);
  });
});

describe("requests since the seal", () => {
  it("counts what was asked for, and not what the policy stopped", () => {
    const stopped = [{ address: "https://x.test/a#part", directive: "img-src" }];
    expect(sent(["https://x.test/a", "http://localhost/b"], stopped)).toEqual(["http://localhost/b"]);
    expect(sent(["https://x.test/a"], [])).toEqual(["https://x.test/a"]);
    expect(sent([], stopped)).toEqual([]);
  });
});

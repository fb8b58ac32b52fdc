import { describe, expect, it } from "vitest";
import { linkOffer } from "../../../src/session/link-offer";
import { FIRST_VIEW, type Fingerprint, type View } from "../../../src/view/view";

const file = (hash: string): Fingerprint => ({ hash, rows: 10, columns: 3, sample: null });
const linked: View = { ...FIRST_VIEW, fingerprint: file("0123456789abcdef"), stepsOff: ["duplicates"] };

describe("a link's offer to another file", () => {
  it("is its recipe, to be accepted", () => {
    expect(linkOffer(linked, file("fedcba9876543210"))).toEqual({ wanted: linked.fingerprint, recipe: linked });
  });

  it("holds nothing to apply where the link changed nothing", () => {
    expect(linkOffer({ ...linked, stepsOff: [] }, file("fedcba9876543210"))?.recipe).toBeNull();
  });

  it("is none for its own file, nor for a view that names no file", () => {
    expect(linkOffer(linked, file("0123456789abcdef"))).toBeNull();
    expect(linkOffer({ ...linked, fingerprint: null }, file("fedcba9876543210"))).toBeNull();
  });
});

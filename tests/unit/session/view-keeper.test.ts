import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { engagement } from "../../../src/analyses/engagement";
import type { PageEntry } from "../../../src/session/session";
import { ViewKeeper } from "../../../src/session/view-keeper";
import { setSetting } from "../../../src/view/view-changes";
import { memoryAddress } from "./memory-address";

const PAGE: PageEntry = { id: "engagement", title: "Engagement", question: "", settings: engagement.settings };

describe("history", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => void vi.useRealTimers());

  const kept = () => {
    const address = memoryAddress("engagement");
    const keeper = new ViewKeeper(address, [PAGE]);
    keeper.follow(
      () => null,
      () => undefined,
    );
    const put = (name: string, value: number): void => {
      const setting = PAGE.settings[name];
      if (setting === undefined) throw new RangeError(name);
      keeper.write(setSetting(keeper.view.value, "engagement", name, setting, value), "push", `engagement.${name}`);
    };
    const chosen = (name: string): unknown => keeper.view.value.settings.get("engagement")?.get(name);
    return { address, keeper, put, chosen };
  };

  it("gets one entry for a slider that is dragged", () => {
    const { address, put, chosen } = kept();
    for (const k of [4, 5, 6]) {
      put("k", k);
      vi.advanceTimersByTime(400);
    }
    expect(address.entries()).toHaveLength(2);
    address.back();
    expect(chosen("k")).toBeUndefined();
  });

  it("gets another entry for another control, after a pause, and after going back", () => {
    const { address, put, chosen } = kept();
    put("k", 4);
    put("restarts", 20);
    expect(address.entries()).toHaveLength(3);
    vi.advanceTimersByTime(1000);
    put("restarts", 30);
    expect(address.entries()).toHaveLength(4);
    address.back();
    put("restarts", 25);
    expect(address.entries()).toHaveLength(4);
    address.back();
    expect(chosen("restarts")).toBe(20);
  });

  it("gets an entry for every change that no control names", () => {
    const { address, keeper } = kept();
    keeper.write({ ...keeper.view.value, page: "data" }, "push");
    keeper.write({ ...keeper.view.value, page: "engagement" }, "push");
    expect(address.entries()).toHaveLength(3);
  });
});

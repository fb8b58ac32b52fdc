import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { engagement } from "../../../src/analyses/engagement";
import type { PageEntry } from "../../../src/session/session";
import { ViewKeeper } from "../../../src/session/view-keeper";
import { NO_FILTERS } from "../../../src/view/view";
import { setSetting } from "../../../src/view/view-changes";
import { memoryAddress } from "./memory-address";

const PAGE: PageEntry = {
  id: "engagement",
  title: "Engagement",
  question: "",
  settings: engagement.settings,
  onVisit: false,
  treated: true,
};

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

  it("keeps values of the file out of the address, and brings them back on the way back", () => {
    const { address, keeper } = kept();
    const makers = (names: readonly string[]) => ({ ...keeper.view.value, filters: { ...NO_FILTERS, makers: names } });
    keeper.write(makers(["Aurora"]), "push");
    keeper.write(makers(["Aurora", "Borealis"]), "push");
    expect(address.entries().join(" ")).not.toMatch(/Aurora|Borealis/u);
    expect(address.hash()).toBe("#v=1&held=maker");
    address.back();
    expect(keeper.view.value.filters.makers).toEqual(["Aurora"]);
    expect(keeper.problems.value).toEqual([]);
    address.back();
    expect(keeper.view.value.filters).toEqual(NO_FILTERS);
    expect(keeper.link(true).href).not.toContain("held");
  });

  it("takes them out of the address again when a link is put there by hand", () => {
    const { address, keeper } = kept();
    address.edit("#v=1&maker=Aurora&nonsense=1");
    expect(keeper.view.value.filters.makers).toEqual(["Aurora"]);
    expect(keeper.problems.value).toHaveLength(1);
    expect(address.hash()).toBe("#v=1&held=maker");
    address.edit("#v=1&maker=Aurora");
    expect(address.hash()).toBe("#v=1&held=maker");
    expect(keeper.view.value.filters.makers).toEqual(["Aurora"]);
  });

  it("forgets them with the data, and then says what is missing", () => {
    const { address, keeper } = kept();
    keeper.write({ ...keeper.view.value, filters: { ...NO_FILTERS, makers: ["Aurora"] } }, "push");
    keeper.write({ ...keeper.view.value, filters: NO_FILTERS }, "push");
    keeper.forget();
    address.back();
    expect(keeper.view.value.filters).toEqual(NO_FILTERS);
    expect(keeper.problems.value.join()).toMatch(/without its filter on manufacturers/u);
  });

  it("gives a link with values only when they are wanted", () => {
    const { keeper } = kept();
    keeper.write({ ...keeper.view.value, filters: { ...NO_FILTERS, locations: ["12"] } }, "push");
    expect(keeper.link(false)).toMatchObject({
      href: "http://localhost/engagement/#v=1&held=location",
      held: ["location"],
    });
    expect(keeper.link(true)).toMatchObject({ href: "http://localhost/engagement/#v=1&location=12", held: [] });
  });

  it("gets an entry for every change that no control names", () => {
    const { address, keeper } = kept();
    keeper.write({ ...keeper.view.value, page: "data" }, "push");
    keeper.write({ ...keeper.view.value, page: "engagement" }, "push");
    expect(address.entries()).toHaveLength(3);
  });
});

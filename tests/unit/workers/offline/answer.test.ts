import { beforeEach, describe, expect, it, vi } from "vitest";
import { buildList } from "../../../../scripts/build/service-worker.ts";
import { answerTo, type Answering } from "../../../../src/workers/offline/answer";

const ORIGIN = "http://site.test";
const FILES = new Map([
  ["index.html", Buffer.from("home")],
  ["data/index.html", Buffer.from("data")],
  ["404.html", Buffer.from("nothing here")],
  ["_astro/a.js", Buffer.from("code")],
  ["favicon.svg", Buffer.from("icon")],
]);
const build = { ...buildList(FILES), headers: { "X-Seal": "on" } };

type Network = (path: string) => Response | Promise<Response>;

let asked: string[] = [];

function answering(network: Network, root = "/repo/"): Answering {
  return {
    build,
    root,
    storage: {
      match: (key) => {
        const content = FILES.get(String(key).slice(root.length));
        return Promise.resolve(content === undefined ? undefined : new Response(new Uint8Array(content)));
      },
    },
    fetch: async ({ url }) => {
      asked.push(new URL(url).pathname);
      return network(new URL(url).pathname);
    },
  };
}

/** A request as a browser makes it; a navigation cannot be constructed, so its mode is put over it. */
function request(path: string, init: RequestInit & { navigate?: boolean } = {}): Request {
  const made = new Request(new URL(path, ORIGIN), init);
  return init.navigate === true
    ? new Proxy(made, { get: (of, name) => (name === "mode" ? "navigate" : Reflect.get(of, name, of)) })
    : made;
}

const offline: Network = () => Promise.reject(new TypeError("Failed to fetch"));
const online: Network = (path) => new Response(path === "/repo/data/" ? "data" : "fresh");

async function shown(answer: Promise<Response> | null): Promise<[string, number, string | null]> {
  const response = await answer;
  if (response === null) throw new Error("Not answered.");
  return [await response.text(), response.status, response.headers.get("x-seal")];
}

describe("answerTo", () => {
  beforeEach(() => {
    asked = [];
    vi.stubGlobal("location", new URL(`${ORIGIN}/repo/service-worker.js`));
    return () => vi.unstubAllGlobals();
  });

  it("never touches another origin, another folder, or anything but a plain reading", () => {
    const net = answering(online);
    expect(answerTo(request("https://else.test/repo/data/"), net)).toBeNull();
    expect(answerTo(request("/other/data/"), net)).toBeNull();
    expect(answerTo(request("/repo/unknown.bin"), net)).toBeNull();
    expect(answerTo(request("/repo/data/", { method: "POST", navigate: true }), net)).toBeNull();
    expect(answerTo(request("/repo/_astro/a.js", { headers: { range: "bytes=0-1" } }), net)).toBeNull();
    expect(answerTo(request("/repo/toString"), net)).toBeNull();
    expect(asked).toEqual([]);
  });

  it("takes what never changes from storage without asking", async () => {
    expect(await shown(answerTo(request("/repo/_astro/a.js"), answering(online)))).toEqual(["code", 200, null]);
    expect(asked).toEqual([]);
  });

  it("shows the network's page, with headers only where it is this build's", async () => {
    expect(await shown(answerTo(request("/repo/data/", { navigate: true }), answering(online)))).toEqual([
      "data",
      200,
      "on",
    ]);
    expect(await shown(answerTo(request("/repo/", { navigate: true }), answering(online)))).toEqual([
      "fresh",
      200,
      null,
    ]);
  });

  it("shows the stored page without a network, by any of its names", async () => {
    for (const path of ["/repo/data/", "/repo/data", "/repo/data/index.html", "/repo/data/?from=icon#v=1"])
      expect(await shown(answerTo(request(path, { navigate: true }), answering(offline)))).toEqual(["data", 200, "on"]);
    expect(await shown(answerTo(request("/repo/favicon.svg"), answering(offline)))).toEqual(["icon", 200, null]);
  });

  it("shows the stored page when the host is ill, and the host's word when it is well", async () => {
    const ill: Network = () => new Response("gateway", { status: 502 });
    expect(await shown(answerTo(request("/repo/data/", { navigate: true }), answering(ill)))).toEqual([
      "data",
      200,
      "on",
    ]);
    const moved: Network = () => new Response("gone", { status: 410 });
    expect(await shown(answerTo(request("/repo/data/", { navigate: true }), answering(moved)))).toEqual([
      "gone",
      410,
      null,
    ]);
  });

  it("does not wait for ever for a slow network", async () => {
    vi.useFakeTimers();
    const waiting = shown(
      answerTo(
        request("/repo/data/", { navigate: true }),
        answering(() => new Promise(() => undefined)),
      ),
    );
    await vi.advanceTimersByTimeAsync(3000);
    expect(await waiting).toEqual(["data", 200, "on"]);
    vi.useRealTimers();
  });

  it("says that a page it does not know is missing, at the root of a host too", async () => {
    const [text, status] = await shown(answerTo(request("/nowhere/", { navigate: true }), answering(offline, "/")));
    expect([text, status]).toEqual(["nothing here", 404]);
  });
});

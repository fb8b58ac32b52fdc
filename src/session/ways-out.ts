import type { SealCheck } from "./seal-evidence";

/** One way out to try. */
export interface WayOut extends Pick<SealCheck, "where" | "tried"> {
  /** Resolves if it led out; throws or rejects, with the browser's words, if it was refused. */
  readonly escape: () => unknown;
}

/** Long enough for the slowest machine: what is refused answers at once, and silence counts as a way out. */
const SILENCE_MS = 10_000;

/** A report of the policy follows the refusal at once; without one, the refusal stands alone. */
const REPORT_MS = 1000;

/**
 * The ways out that the page tries, with an existing script of the own host at `script` for bait: an address that does
 * not exist would fail by itself and prove nothing.
 */
export function waysOut(script: string): readonly WayOut[] {
  return [
    {
      where: "page",
      tried: "running code made from a text",
      escape: () => Reflect.construct(Function, ["return 1"]) as unknown,
    },
    { where: "page", tried: "being shown inside another page", escape: framed },
    { where: "page", tried: "a peer-to-peer connection", escape: () => mustBeGone("RTCPeerConnection") },
    { where: "page", tried: "opening another window", escape: otherWindow },
    { where: "page", tried: "making a frame with a window of its own", escape: () => document.createElement("iframe") },
    { where: "page", tried: "fetching from this site", escape: () => fetched(script) },
    {
      where: "page",
      tried: "starting a worker from the network",
      escape: () => saysOut(() => new Worker(asScript(script))),
    },
    {
      where: "worker",
      tried: "fetching from this site, by a worker made in memory",
      escape: () => workerGetsOut(script),
    },
  ];
}

/** Tries one way out. */
export async function attempt({ where, tried, escape }: WayOut): Promise<SealCheck> {
  try {
    await escape();
    return { where, tried, refused: false, said: "" };
  } catch (error) {
    return { where, tried, refused: error instanceof Error, said: error instanceof Error ? brief(error.message) : "" };
  }
}

/** A browser may name the whole policy, hashes and all; what comes before it says enough. */
const brief = (said: string): string => said.replace(/:\s+(?:script|connect|worker|default)-src .*$/su, ".");

/** Vite would take a literal address for a worker to bundle; this one is bait. */
const asScript = (address: string): string => address;

function framed(): void {
  if (window.top === window) throw new Error("This page is the top of its tab.");
}

function mustBeGone(name: string): void {
  if (!(name in window)) throw new Error(`${name} was removed.`);
}

function otherWindow(): void {
  const door = Object.getOwnPropertyDescriptor(window, "open");
  if (door?.writable === false && window.open() === null)
    throw new Error("window.open was replaced and answers nothing.");
}

/**
 * A failed fetch says nothing of its reason; the browser reports that apart, a moment later. Without a report a missing
 * network may be the reason, and that would prove nothing.
 */
async function fetched(script: string): Promise<void> {
  const reported = new Promise<string>((resolve) => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      if (effectiveDirective === "connect-src") resolve("The browser names the policy that forbids it: connect-src.");
    });
  });
  try {
    await fetch(script, { cache: "no-store" });
  } catch (error) {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), REPORT_MS));
    const report = await Promise.race([reported, late]);
    if (report !== null || navigator.onLine) throw new Error(report ?? String(error), { cause: error });
  }
}

/** A worker from memory that tries three ways to the network, and tells what it reached. */
async function workerGetsOut(script: string): Promise<void> {
  const source = `(${attack.toString()})(${JSON.stringify(script)})`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    await saysOut(() => new Worker(address));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Runs inside the worker: posts "out" if anything was reached, otherwise what it was told last. */
async function attack(script: string): Promise<void> {
  const synchronous = (): void => {
    const request = new XMLHttpRequest();
    request.open("GET", script, false);
    request.send();
  };
  const imported = (): void => (self as unknown as { importScripts(address: string): void }).importScripts(script);
  let said = "";
  for (const escape of [() => fetch(script), synchronous, imported]) {
    try {
      await escape();
      return postMessage("out");
    } catch (error) {
      said = String(error);
    }
  }
  postMessage(said);
}

/** Resolves if the worker says "out" or nothing at all; rejects with what it says else, or when it could not start. */
function saysOut(start: () => Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = start();
    const timer = setTimeout(() => settle(resolve), SILENCE_MS);
    const settle = (how: () => void): void => {
      clearTimeout(timer);
      worker.terminate();
      how();
    };
    worker.onerror = () => settle(() => reject(new Error("The browser refused to start it.")));
    worker.onmessage = ({ data }) => settle(data === "out" ? resolve : () => reject(new Error(String(data))));
  });
}

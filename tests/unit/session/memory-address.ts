import type { Address } from "../../../src/session/address";

/** An address bar without a browser, with its history. */
export function memoryAddress(
  page = "home",
  hash = "",
): Address & { back(): void; edit(hash: string): void; entries(): readonly string[] } {
  const entries: { page: string; hash: string; name: string | null }[] = [{ page, hash, name: null }];
  let at = 0;
  const listeners: (() => void)[] = [];
  const now = (): { page: string; hash: string; name: string | null } =>
    entries[at] ?? { page: "home", hash: "", name: null };
  return {
    page: () => now().page,
    hash: () => now().hash,
    entry: () => now().name,
    href: (toPage, toHash) => `http://localhost/${toPage}/${toHash}`,
    write: (toPage, toHash, how, name) => {
      if (how === "push") at += 1;
      entries.splice(at, entries.length, { page: toPage, hash: toHash, name });
    },
    onMove: (listener) => listeners.push(listener),
    // As the browser tells it: once for the move, once for the hash.
    edit: (newHash) => {
      entries.splice(at + 1, entries.length, { page: now().page, hash: newHash, name: null });
      at += 1;
      for (const listener of [...listeners, ...listeners]) listener();
    },
    back: () => {
      at = Math.max(0, at - 1);
      for (const listener of listeners) listener();
    },
    entries: () => entries.map((entry) => `${entry.page}${entry.hash}`),
  };
}

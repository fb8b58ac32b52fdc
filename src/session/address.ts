/** Where the view is written: the browser's address bar, or a plain variable in tests. */
export interface Address {
  /** Id of the page in the path; "home" for the start page. */
  page(): string;
  hash(): string;
  /** The name that `write` gave to this history entry; null for one that was written by hand or by another visit. */
  entry(): string | null;
  /** A new history entry of that name, or in place of the current one. Never loads anything. */
  write(page: string, hash: string, how: "push" | "replace", entry: string): void;
  /** The full address of a page with a hash. */
  href(page: string, hash: string): string;
  /** Called when the person goes back or forward, or edits the hash. */
  onMove(listener: () => void): void;
}

/** The address bar of this tab, under the site's base path. */
export function browserAddress(base: string): Address {
  const root = base.replace(/\/?$/u, "/");
  const path = (page: string): string => (page === "home" ? root : `${root}${page}/`);
  return {
    page: () => location.pathname.slice(root.length).replaceAll("/", "") || "home",
    hash: () => location.hash,
    entry: () => (typeof history.state === "string" ? history.state : null),
    write: (page, hash, how, entry) => {
      const url = path(page) + hash;
      if (how === "push") history.pushState(entry, "", url);
      else history.replaceState(entry, "", url);
    },
    href: (page, hash) => new URL(path(page) + hash, location.origin).href,
    onMove: (listener) => {
      window.addEventListener("popstate", listener);
      window.addEventListener("hashchange", listener);
    },
  };
}

import type { Page } from "@playwright/test";

/** Everything this site keeps in the browser, as text. Caches are named by their addresses: they may hold the site itself. */
export async function stored(page: Page): Promise<{
  databases: string[];
  files: string[];
  local: string[];
  session: string[];
  cached: string[];
}> {
  return page.evaluate(async () => {
    const list = async (folder: FileSystemDirectoryHandle, path: string): Promise<string[]> => {
      const found: string[] = [];
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === "directory")
          found.push(...(await list(handle as FileSystemDirectoryHandle, `${path}${name}/`)));
        else found.push(`${path}${name} ${(await (handle as FileSystemFileHandle).getFile()).size}`);
      }
      return found;
    };
    const cached = await Promise.all(
      (await caches.keys()).map(async (key) => (await (await caches.open(key)).keys()).map(({ url }) => url)),
    );
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ""),
      files: await list(await navigator.storage.getDirectory(), ""),
      local: Object.entries(localStorage).map((entry) => entry.join("=")),
      session: Object.entries(sessionStorage).map((entry) => entry.join("=")),
      cached: cached.flat(),
    };
  });
}

/** What may be there for everybody: looks a person chose, and the site's own files. Nothing of the data is among it. */
export function nothingOfTheData(kept: Awaited<ReturnType<typeof stored>>, origin: string): string[] {
  return [
    ...kept.databases,
    ...kept.files,
    ...kept.local.filter((entry) => !/^clientele\.(?:theme|rail)=\w+$/u.test(entry)),
    ...kept.session,
    ...kept.cached.filter((url) => !url.startsWith(origin)),
  ];
}

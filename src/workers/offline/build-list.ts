/** All files of one build, as the build wrote them down. */
export interface BuildList {
  /** Differs when any file differs. */
  readonly build: string;
  /**
   * SHA-256 of every file by its path under the site's root, in hexadecimal digits. A `.gz` has a second one: what it
   * unpacks to, for hosts that hand it out unpacked.
   */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** What the service worker knows of its build. */
export interface OfflineBuild extends BuildList {
  /** Headers that a host without settings cannot send, by name. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The list's own place: kept as the last file of a build, so that it also says that the others are there. */
export const LIST_FILE = "build.json";

/** Where the build's worker lies. */
export const WORKER_FILE = "service-worker.js";

/** Files whose name holds their content's hash or version. */
export function neverChanges(file: string): boolean {
  return file.startsWith("_astro/") || file.startsWith("engine/");
}

/** The storage of one build, apart from other builds and from another copy of the site on the same host. */
export function storageOf(root: string, build: string): string {
  return `${storagePrefix(root)}${build}`;
}

/** What the storages of all builds of this site begin with. */
export function storagePrefix(root: string): string {
  return `clientele ${root} `;
}

/** Whether these bytes are the file of that path in this build. */
export async function isOfBuild(list: BuildList, file: string, bytes: ArrayBuffer): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return Object.hasOwn(list.files, file) && (list.files[file]?.includes(hash) ?? false);
}

/** The one database and the one folder of this site that can hold anything of a person's data. */
export const DATABASE = "clientele-remembered";
export const FOLDER = "clientele-remembered";
const STORE = "files";

/** A file that a person asked to remember, as it is kept in the browser's database. */
export interface RememberedRecord {
  /** The fingerprint of the content. */
  readonly id: string;
  readonly label: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly saved: number;
  readonly names: readonly string[];
  /** Where the files lie on disk; null where copies are kept in this site's own folder. */
  readonly handles: readonly FileSystemFileHandle[] | null;
  /** Settings, filters and meanings of columns, as a view file holds them. */
  readonly view: string;
}

/** All records, newest first; none where the browser keeps nothing. Makes no database by looking. */
export async function allRecords(): Promise<readonly RememberedRecord[]> {
  if (!(await exists())) return [];
  const records = await within<RememberedRecord[]>("readonly", (store) => store.getAll());
  return records.sort((a, b) => b.saved - a.saved);
}

/** Keeps a record, in place of one of the same id. */
export async function putRecord(record: RememberedRecord): Promise<void> {
  await within("readwrite", (store) => store.put(record));
}

/** Writes another view into a record; false when it was forgotten meanwhile, perhaps by another tab. */
export async function putView(id: string, view: string): Promise<boolean> {
  const record = (await allRecords()).find((one) => one.id === id);
  if (record === undefined) return false;
  await putRecord({ ...record, view });
  return true;
}

/** Copies files into this site's own folder on the device, under the id. Rejects when there is no room for them. */
export async function copyFiles(id: string, files: readonly Blob[]): Promise<void> {
  const folder = await (await root()).getDirectoryHandle(id, { create: true });
  for (const [index, file] of files.entries()) {
    const copy = await folder.getFileHandle(String(index), { create: true });
    await file.stream().pipeTo(await copy.createWritable());
  }
}

/** The copies of a record. Rejects with a NotFoundError when they are gone. */
export async function copiesOf({ id, names }: RememberedRecord): Promise<readonly File[]> {
  const folder = await (await root()).getDirectoryHandle(id);
  return Promise.all(
    names.map(async (_, index) => {
      const handle = await folder.getFileHandle(String(index));
      return handle.getFile();
    }),
  );
}

/** Forgets one file, with its copies. The last one takes database and folder with it. */
export async function removeRecord(id: string): Promise<void> {
  if ((await allRecords()).every((record) => record.id === id)) return removeEverything();
  await removeEntry(await root(), id);
  await within("readwrite", (store) => store.delete(id));
}

/** Deletes the database and the folder: nothing of anybody's data is left in this browser. */
export async function removeEverything(): Promise<void> {
  await removeEntry(await navigator.storage.getDirectory(), FOLDER);
  await settled(indexedDB.deleteDatabase(DATABASE));
}

async function exists(): Promise<boolean> {
  if (!("indexedDB" in globalThis)) return false;
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
}

async function root(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

async function removeEntry(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name, { recursive: true });
  } catch (error) {
    // What is not there is forgotten already.
    if (!(error instanceof DOMException && error.name === "NotFoundError")) throw error;
  }
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "id" });
  const database = await settled(opening);
  try {
    return (await settled(work(database.transaction(STORE, mode).objectStore(STORE)))) as T;
  } finally {
    // Never kept open: another tab may want to delete it.
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser's storage failed."));
  });
}

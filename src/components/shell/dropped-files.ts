/** A folder with more files is stopped there: it is hardly meant. */
const MOST_FILES = 10_000;

/**
 * The files of a drop, those of dropped folders included, each then with its path as `webkitRelativePath`. Must be called
 * while the drop is being handled, before anything is awaited: the browser forgets what was dropped. Rejects with an
 * Error where a folder cannot be read.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].flatMap((item) => (item.kind === "file" ? [item.webkitGetAsEntry()] : []));
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory === true)) return plain;
  const found: File[] = [];
  for (const entry of entries) if (entry !== null) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length >= MOST_FILES)
    throw new Error(`The folder holds more than ${MOST_FILES.toLocaleString("en")} files.`);
  if (isFile(entry)) found.push(withPath(await fileOf(entry), entry.fullPath.replace(/^\//u, "")));
  else if (isFolder(entry)) for (const child of await children(entry)) await walk(child, found);
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder chosen by the file chooser sets it; for a dropped one the browser leaves it empty. */
function withPath(file: File, path: string): File {
  return Object.defineProperty(file, "webkitRelativePath", { value: path });
}

/** The browser hands out a hundred at a time. */
async function children(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    found.push(...some);
  }
}

import type { Session } from "../../session/session";

interface HandleGiving {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/**
 * Where dropped files lie on disk, in browsers that tell. Call it while the drop is handled; later the browser gives
 * nothing. The answer tells the session of the files that were taken, so that one can be remembered without a copy.
 */
export function droppedHandles(transfer: DataTransfer): (session: Session, files: readonly File[]) => Promise<void> {
  const asked = [...transfer.items].map((item) => (item as HandleGiving).getAsFileSystemHandle?.().catch(() => null));
  return async (session, files) => {
    for (const handle of await Promise.all(asked)) {
      if (handle?.kind !== "file") continue;
      const place = handle as FileSystemFileHandle;
      const { size } = await place.getFile();
      const [file, other] = files.filter((one) => one.name === place.name && one.size === size);
      if (file !== undefined && other === undefined) session.memory.noteHandle(file, place);
    }
  };
}

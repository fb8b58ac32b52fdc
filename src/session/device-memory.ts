import { effect, signal } from "@preact/signals";
import type { ReadableFile } from "../data/open-source";
import type { SourceFile } from "../data/source";
import { UserError } from "../data/user-error";
import type { DeviceMemory } from "./session";
import * as store from "./remembered-store";

/** A view that changes again within this time is written once. */
const WRITE_AFTER_MS = 400;

/** What the memory asks of the workbench. */
export interface Memorable {
  /** The open file, as a person gave it; null when none is open or it is made up here. */
  current(): { readonly id: string; readonly label: string; readonly files: readonly SourceFile[] } | null;
  /** The view as the text of a view file; read inside an effect, so that it is written again when it changes. */
  view(): string;
  /** Opens files under a label and shows a view of that text on them. */
  open(label: string, view: string, files: () => Promise<readonly ReadableFile[]>): Promise<void>;
}

/** Permission to read a file of the disk again, where the browser knows such a thing. */
interface Permitting {
  queryPermission?(wish: { mode: "read" }): Promise<PermissionState>;
  requestPermission?(wish: { mode: "read" }): Promise<PermissionState>;
}

/** Files remembered on this device because a person asked for it: where they lie on disk if the browser can keep that, else copies. */
export class Remembered implements DeviceMemory {
  readonly files = signal<readonly store.RememberedRecord[]>([]);
  readonly busy = signal(false);
  private readonly handles = new WeakMap<Blob, FileSystemFileHandle>();
  private writing = 0;

  constructor(private readonly workbench: Memorable) {
    void this.look();
    effect(() => this.follow(this.workbench.view()));
  }

  noteHandle(file: File, handle: FileSystemFileHandle): void {
    this.handles.set(file, handle);
  }

  async remember(): Promise<void> {
    const current = this.workbench.current();
    if (current === null) throw new UserError("There is no file to remember.", "Open a file first.");
    const { id, label, files } = current;
    const handles = files.flatMap(({ blob }) => this.handles.get(blob) ?? []);
    const onDisk = handles.length === files.length;
    await this.working(async () => {
      if (!onDisk)
        await store.copyFiles(
          id,
          files.map(({ blob }) => blob),
        );
      await store.putRecord({
        ...{ id, label, saved: Date.now(), view: this.workbench.view() },
        bytes: files.reduce((sum, { blob }) => sum + blob.size, 0),
        names: files.map(({ name }) => name),
        handles: onDisk ? handles : null,
      });
    });
  }

  forget(id: string): Promise<void> {
    return this.working(() => store.removeRecord(id));
  }

  forgetEverything(): Promise<void> {
    return this.working(() => store.removeEverything());
  }

  async open(id: string): Promise<void> {
    const record = this.files.value.find((one) => one.id === id);
    if (record === undefined) return;
    // Asked for before anything else: a browser grants it only right after a click.
    const files = record.handles === null ? null : await onDisk(record.handles);
    await this.workbench.open(record.label, record.view, async () => {
      const found = files ?? (await store.copiesOf(record).catch(gone));
      return found.map((blob, index) => ({ name: record.names[index] ?? blob.name, blob }));
    });
  }

  private async look(): Promise<void> {
    // A browser that keeps nothing (a strict one, a private window) has nothing to offer.
    this.files.value = await store.allRecords().catch(() => []);
  }

  private async working(work: () => Promise<void>): Promise<void> {
    clearTimeout(this.writing);
    this.busy.value = true;
    try {
      await work();
    } catch (error) {
      throw refusal(error);
    } finally {
      await this.look();
      this.busy.value = false;
    }
  }

  private follow(view: string): void {
    clearTimeout(this.writing);
    const id = this.workbench.current()?.id;
    const kept = this.files.peek().find((one) => one.id === id);
    if (id === undefined || kept === undefined || kept.view === view) return;
    this.writing = Number(
      setTimeout(
        () =>
          void store.putView(id, view).then(
            () => this.look(),
            () => this.look(),
          ),
        WRITE_AFTER_MS,
      ),
    );
  }
}

async function onDisk(handles: readonly FileSystemFileHandle[]): Promise<readonly File[]> {
  const files: File[] = [];
  for (const handle of handles) {
    const asked = handle as Permitting;
    const state = (await asked.queryPermission?.({ mode: "read" })) ?? "granted";
    const granted = state === "granted" || (await asked.requestPermission?.({ mode: "read" })) === "granted";
    if (!granted)
      throw new UserError(
        `The browser was not allowed to read “${handle.name}” again.`,
        "Choose Open again and allow it, or drop the file.",
      );
    files.push(await handle.getFile().catch(gone));
  }
  return files;
}

function gone(): never {
  throw new UserError(
    "The remembered file is no longer where it was.",
    "Drop it again: its settings and filters are still here.",
  );
}

function refusal(error: unknown): UserError {
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  return full
    ? new UserError(
        "There is no room on this device for a copy of the file.",
        "Free some space; until then drop the file.",
      )
    : new UserError(
        "This browser does not let the site keep anything.",
        "A private window forbids it, and so may the browser's settings; the file can be dropped again any time.",
      );
}

import type { SourceFile } from "./source";
import { UserError } from "./user-error";

/**
 * A browser holds a file by reference and refuses to read it once it was changed, moved or removed on disk. Resolves with
 * the sentence that names the first such file, or null when all can be read. Reads one byte of each.
 */
export async function goneFile(files: readonly SourceFile[]): Promise<UserError | null> {
  for (const { name, blob } of files) {
    const readable = await blob
      .slice(0, 1)
      .arrayBuffer()
      .then(
        () => true,
        () => false,
      );
    if (!readable)
      return new UserError(
        `“${name}” was changed, moved or removed on disk after it was opened.`,
        "Drop it again: settings and filters stay as they are.",
      );
  }
  return null;
}

/** Does work that reads files; where it fails because one of them has gone, says that instead. An abort stays one. */
export async function readingFiles<T>(files: readonly SourceFile[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const aborted = error instanceof Error && error.name === "AbortError";
    throw (aborted ? null : await goneFile(files)) ?? error;
  }
}

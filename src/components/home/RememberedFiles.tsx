import type { JSX } from "preact";
import { format } from "../../charts/format";
import type { RememberedFile, Session } from "../../session/session";
import { ForgetEverything } from "../shell/ForgetEverything";
import { say } from "../shell/toasts";

/** What a person asked to remember on this device, each one click away, and the way to forget it all. */
export function RememberedFiles({ session }: { session: Session | null }): JSX.Element | null {
  const files = session?.memory.files.value ?? [];
  if (session === null || files.length === 0) return null;
  const open = async (id: string): Promise<void> => {
    try {
      await session.memory.open(id);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), "problem");
    }
  };
  return (
    <section class="banner banner-wanted" aria-label="Remembered on this device">
      <ul role="list">
        {files.map((file) => (
          <li key={file.id}>
            <button type="button" class="button" onClick={() => void open(file.id)}>
              Open {file.label} again
            </button>{" "}
            ({remembered(file)})
          </li>
        ))}
      </ul>
      <ForgetEverything session={session} />
    </section>
  );
}

function remembered({ saved, bytes }: RememberedFile): string {
  const day = new Date(saved).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `remembered ${day}, ${format(bytes, "bytes")}`;
}

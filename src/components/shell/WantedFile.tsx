import type { Session } from "../../session/session";
import { fingerprintText } from "./fingerprint-words";
import { Icon } from "./Icon";

/** Above the drop zone: which file a link asks for, and why the zone is empty again. */
export function WantedFile({ session }: { readonly session: Session | null }) {
  const stage = session?.stage.value;
  if (stage?.name !== "empty") return null;
  return (
    <>
      {stage.notice !== null && (
        <p class="banner banner-note" role="status">
          {stage.notice}
        </p>
      )}
      {stage.wanted !== null && (
        <p class="banner banner-wanted" role="status">
          <Icon name="link" size={16} />
          <span>
            <strong>This link was made on {fingerprintText(stage.wanted)}.</strong> A link carries settings and no rows.
            Drop your copy of the file, and this view opens again.
          </span>
        </p>
      )}
    </>
  );
}

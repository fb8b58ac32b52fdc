import { useState } from "preact/hooks";
import type { Session } from "../../session/session";
import { Dialog } from "./Dialog";
import { ask } from "./door";
import { pastedTable } from "./pasted-table";

interface PasteDialogProps {
  readonly session: Session | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A field for a table copied from a spreadsheet or a web page, for those who would rather see it first. */
export function PasteDialog({ session, open, onClose }: PasteDialogProps) {
  const [text, setText] = useState("");
  const table = text === "" ? null : pastedTable(text);
  const take = (): void => {
    if (table === null) return;
    setText("");
    onClose();
    ask(session, { kind: "files", files: [table] });
  };
  return (
    <Dialog
      kind="centre"
      title="Paste a table"
      open={open}
      onClose={onClose}
      footer={
        <button type="button" class="button button-main" disabled={table === null} onClick={take}>
          Open the pasted table
        </button>
      }
    >
      <label class="paste-field">
        <span>Cells with their header, copied from a spreadsheet</span>
        <textarea
          class="input paste-text"
          rows={10}
          autofocus
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="paste-note" role="status">
        {text !== "" && table === null
          ? "This is no table yet: it needs a header line and at least one line of data."
          : "Numbers arrive as the spreadsheet shows them, rounded where it rounds them; open its file for all digits."}
      </p>
    </Dialog>
  );
}

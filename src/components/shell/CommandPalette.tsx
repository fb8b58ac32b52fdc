import { useId, useState } from "preact/hooks";
import { commandsOf, matching, type Command, type CommandContext } from "./commands";
import { Dialog } from "./Dialog";

interface CommandPaletteProps {
  readonly context: CommandContext;
  readonly open: boolean;
  readonly onClose: () => void;
}

const SHOWN = 40;

/** Everything by name: type, walk with the arrow keys, Enter. */
export function CommandPalette({ context, open, onClose }: CommandPaletteProps) {
  return (
    <Dialog kind="palette" title="Search pages, settings and actions" open={open} onClose={onClose}>
      <PaletteList context={context} onClose={onClose} />
    </Dialog>
  );
}

function PaletteList({ context, onClose }: Omit<CommandPaletteProps, "open">) {
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const found = matching(commandsOf(context), search).slice(0, SHOWN);
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    command.act();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter") run(found[at]);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % Math.max(1, found.length);
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        class="palette-search"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        aria-label="Search pages, columns, settings and actions"
        placeholder="Search pages, columns, settings, actions"
        autoFocus
        value={search}
        onKeyDown={keys}
        onInput={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div class="palette-list" id={id} role="listbox" aria-label="Found">
        {found.map((command, index) => (
          <div
            key={`${command.group} ${command.label} ${command.note}`}
            id={`${id}-${index}`}
            class="palette-entry"
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <span class="palette-label">{command.label}</span>
            <span class="palette-note">{command.note}</span>
            <span class="palette-group">{command.group}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p class="palette-none">Nothing matches. Try a page, a column or a setting.</p>}
    </>
  );
}

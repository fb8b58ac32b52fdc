import { Dialog } from "./Dialog";

const SHORTCUTS: readonly (readonly [string, string])[] = [
  ["Ctrl K or ⌘ K", "Search pages, columns, settings and actions"],
  ["Ctrl Z or ⌘ Z", "Undo the last change (the browser's Back does the same)"],
  ["F", "Filters"],
  ["S", "Settings of this page"],
  ["1 … 5", "Data, Overview, Engagement, Experience, Satisfaction"],
  ["?", "This list"],
  ["Esc", "Close what is open"],
];

/** What the keyboard can do. */
export function ShortcutsDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog kind="centre" title="Shortcuts" open={open} onClose={onClose}>
      <dl class="shortcuts">
        {SHORTCUTS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

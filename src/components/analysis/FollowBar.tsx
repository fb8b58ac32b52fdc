import type { Follow } from "../../analyses/analysis";
import { formatCell } from "../../charts/format";
import type { PageContent, PageEntry, Session } from "../../session/session";
import { fileName } from "../chart/file-name";
import { Icon } from "../shell/Icon";
import { saveFile } from "../shell/save-file";
import { say } from "../shell/toasts";
import { valueOf } from "./settings-words";

interface FollowBarProps {
  readonly session: Session;
  readonly page: PageEntry;
  readonly content: PageContent | null;
}

/** Which customers the whole page is about: all, or some that are chosen by how they are found; these can be taken along. */
export function FollowBar({ session, page, content }: FollowBarProps) {
  const follow = content?.follow ?? null;
  const setting = follow === null ? undefined : page.settings[follow.setting];
  if (follow === null || setting === undefined) return null;
  const value = String(valueOf(session.view.value, page.id, follow.setting, setting));
  const choose = (text: string): void => session.setSetting(page.id, follow.setting, text);
  return (
    <section class="picked-bar" aria-label="Customers followed">
      <Choices {...{ follow, value, choose }} />
      <p class="picked-count" role="status">
        {value === ""
          ? "Choose customers by a step or by their first visit: every figure follows."
          : follow.chosen === null
            ? "Looking for these customers."
            : `${formatCell(follow.chosen.customers.length, "count")} customers ${follow.chosen.label}`}
      </p>
      {value !== "" && (
        <>
          {follow.chosen !== null && (
            <button type="button" class="button" onClick={() => void save(session, follow.chosen?.customers)}>
              <Icon name="export" size={16} /> Save as CSV
            </button>
          )}
          <button type="button" class="button" onClick={() => choose("")}>
            Show all
          </button>
        </>
      )}
    </section>
  );
}

interface ChoicesProps {
  readonly follow: Follow;
  readonly value: string;
  readonly choose: (text: string) => void;
}

/** A group, and within it a narrower one where there are some. */
function Choices({ follow: { groups }, value, choose }: ChoicesProps) {
  const options = groups.flatMap((group) => group.options);
  const chosen = options.find(
    (option) => option.value === value || option.narrower.some((narrower) => narrower.value === value),
  );
  const take = (event: Event): void => choose((event.currentTarget as HTMLSelectElement).value);
  return (
    <div class="picked-find">
      <select class="input" aria-label="Follow customers" value={chosen?.value ?? value} onChange={take}>
        <option value="">All customers</option>
        {chosen === undefined && value !== "" && <option value={value}>As in the link</option>}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {chosen !== undefined && chosen.narrower.length > 0 && (
        <select class="input" aria-label="Of them" value={value} onChange={take}>
          <option value={chosen.value}>all of them</option>
          {chosen.narrower.map((narrower) => (
            <option key={narrower.value} value={narrower.value}>
              {narrower.label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

async function save(session: Session, customers: Int32Array | undefined): Promise<void> {
  if (customers === undefined) return;
  try {
    saveFile(await session.exports.chosen(customers, "csv"), fileName("followed customers", "csv"));
  } catch (error) {
    console.error(error);
    say("The customers could not be written.", "problem");
  }
}

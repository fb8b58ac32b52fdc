import { useState } from "preact/hooks";
import type { Picked } from "../../charts/figure";
import { formatCell } from "../../charts/format";
import type { Session } from "../../session/session";
import { fileName } from "../chart/file-name";
import type { TakePicked } from "../chart/picking";
import { Icon } from "../shell/Icon";
import { saveFile } from "../shell/save-file";
import { say } from "../shell/toasts";

interface PickedBarProps {
  readonly session: Session;
  /** The customer_no at each place of the result. */
  readonly customers: Int32Array;
  readonly picked: Picked | null;
  /** More about them is still being computed. */
  readonly looking: boolean;
  readonly onPick: TakePicked;
}

/** Which customers are picked out: how many, a way to find one by its key, to take them along, and to let them go. */
export function PickedBar({ session, customers, picked, looking, onPick }: PickedBarProps) {
  const chosen = picked === null ? null : customers.filter((_, place) => picked[place] === 1);
  return (
    <section class="picked-bar" aria-label="Customers picked out">
      <FindCustomer {...{ session, customers, onPick }} />
      <p class="picked-count" role="status">
        {chosen === null
          ? "Draw around customers on the map, press a bar, or find one: every card follows."
          : `${formatCell(chosen.length, "count")} of ${formatCell(customers.length, "count")} customers picked out${looking ? "; looking for similar ones …" : ""}`}
      </p>
      {chosen !== null && (
        <>
          <button type="button" class="button" onClick={() => void save(session, chosen)}>
            <Icon name="export" size={16} /> Save as CSV
          </button>
          <button type="button" class="button" onClick={() => onPick(null)}>
            Show all
          </button>
        </>
      )}
    </section>
  );
}

type FindProps = Pick<PickedBarProps, "session" | "customers" | "onPick">;

function FindCustomer({ session, customers, onPick }: FindProps) {
  const [text, setText] = useState("");
  const find = async (): Promise<void> => {
    const found = await session.findCustomers(text);
    const [first, ...more] = found;
    const place = first === undefined ? -1 : customers.indexOf(first.customerNo);
    if (first === undefined) return say("No customer of this view has a key that begins so.", "problem");
    if (place < 0)
      return say(
        `“${first.key}” was left out before this page was computed, so nothing is known of it here.`,
        "problem",
      );
    if (more.length > 0) say(`${found.length} customers begin so; the first, “${first.key}”, is shown.`);
    const picked = new Uint8Array(customers.length);
    picked[place] = 1;
    onPick(picked);
  };
  return (
    <form
      class="picked-find"
      onSubmit={(event) => {
        event.preventDefault();
        find().catch((error: unknown) => {
          console.error(error);
          say("The customer could not be looked up.", "problem");
        });
      }}
    >
      <input
        class="input"
        type="search"
        aria-label="Find a customer by its key"
        placeholder="Find a customer"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={text.trim() === ""}>
        Find
      </button>
    </form>
  );
}

async function save(session: Session, customerNo: Int32Array): Promise<void> {
  try {
    saveFile(await session.exports.chosen(customerNo, "csv"), fileName("picked customers", "csv"));
  } catch (error) {
    console.error(error);
    say("The customers could not be written.", "problem");
  }
}

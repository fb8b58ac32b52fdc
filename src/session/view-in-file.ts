import { UserError } from "../data/user-error";
import { LARGEST_VIEW_FILE, VIEW_FILE_ENDING } from "../view/view-file";
import type { View } from "../view/view";
import type { ViewKeeper } from "./view-keeper";

/** The one file among these that holds a view instead of data; null where there is none. */
export function viewFileAmong(files: readonly File[]): File | null {
  const [first] = files;
  return files.length === 1 && first?.name.endsWith(VIEW_FILE_ENDING) === true ? first : null;
}

/** The view in a file that was saved from “Copy link”. Throws a UserError for any other content. */
export async function viewInFile(file: File, keeper: ViewKeeper): Promise<View> {
  const view = file.size > LARGEST_VIEW_FILE ? null : keeper.readFile(await file.text());
  if (view === null)
    throw new UserError(`${file.name} does not hold a view.`, "Save the view again from “Copy link” and open that.");
  return view;
}

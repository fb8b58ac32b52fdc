import type { Explain } from "../../charts/figure";

/** An explanation as plain text to paste: words, parameters one per line, SQL. */
export function explainText(title: string, explain: Explain): string {
  const parameters = Object.entries(explain.parameters ?? {}).map(([name, value]) => `${name}: ${value}`);
  return [title, explain.text, parameters.join("\n"), explain.sql ?? ""].filter((part) => part !== "").join("\n\n");
}

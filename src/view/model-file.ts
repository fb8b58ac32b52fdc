import { readModel } from "./saved-model";

/** The model's text in a file that the lab saved; null for any other file. */
export function readModelFile(content: string): string | null {
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed !== "object" || parsed === null || !("clientele" in parsed) || !("model" in parsed)) return null;
    const { clientele, model } = parsed;
    return clientele === "segments-model" && typeof model === "string" && readModel(model) !== null ? model : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

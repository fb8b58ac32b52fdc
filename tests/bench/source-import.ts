import { runnerImport } from "vite";

/** A module of this folder: sources import each other without extensions, which Node alone does not resolve; Vite's own loader does. */
export async function imported<T>(file: string): Promise<T> {
  const path = new URL(file, import.meta.url).pathname;
  return (await runnerImport<T>(path, { configFile: false, logLevel: "error" })).module;
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A host of the site that can be taken away while a page is open. */
export interface LoneServer {
  readonly address: string;
  /** Every path asked for so far, in order. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Serves the built site, or another folder, on a port of its own; resolves when it answers. */
export async function startLoneServer(
  port: number,
  folder = process.env["CLIENTELE_OUT"] ?? "dist",
): Promise<LoneServer> {
  const words = ["scripts/serve.ts", "--dir", folder, "--port", String(port), "--log"];
  const server = spawn(process.execPath, words, { cwd: root });
  const ended = once(server, "exit");
  const said = await Promise.race([once(server.stdout, "data").then(String), ended.then(() => "")]);
  const address = /http:\/\/\S+/u.exec(said)?.[0];
  if (address === undefined) throw new Error("The site could not be served a second time.");
  const asked: string[] = [];
  server.stdout.on("data", (text: Buffer) => asked.push(...text.toString().trim().split("\n")));
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
  };
  return { address, asked, stop };
}

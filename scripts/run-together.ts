import { spawn } from "node:child_process";

/**
 * Runs commands of the project at once, each in a shell, and prints what each has to say, whole, as soon as it ends.
 * Resolves with 0 where all of them succeed, else with the code of the first in the list that does not.
 */
export async function runTogether(commands: readonly string[], print: (text: string) => void): Promise<number> {
  const codes = await Promise.all(commands.map((command) => run(command, print)));
  return codes.find((code) => code !== 0) ?? 0;
}

function run(command: string, print: (text: string) => void): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const child = spawn(command, { shell: true, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => said.push(text));
  child.on("error", (error) => said.push(`${error.message}\n`));
  // A process that was ended by a signal has no code, and has not succeeded.
  child.on("close", (code) => {
    print(`> ${command}\n${said.join("")}`);
    resolve(code ?? 1);
  });
  return promise;
}

/** Whether a promise resolves within a moment, so that what is known already need not be shown by itself. */
export async function isSoon(result: Promise<unknown>): Promise<boolean> {
  const moment = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 100));
  return Promise.race([result.then(() => true), moment]);
}

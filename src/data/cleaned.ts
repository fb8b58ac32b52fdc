/** Work and its clean-up. Where both fail the work's error counts: a poisoned engine fails at both, and says why at the first. */
export async function cleaned<T>(work: () => Promise<T>, cleanUp: () => Promise<unknown>): Promise<T> {
  const value = await work().catch(async (error: unknown) => {
    await cleanUp().catch(() => undefined);
    throw error;
  });
  await cleanUp();
  return value;
}

/** Loads the faces the page may need: after the seal none can be fetched. A missing font is no reason to stop. */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
}

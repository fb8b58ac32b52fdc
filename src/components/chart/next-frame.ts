/** Calls back before the next frame, without waiting for one where nobody looks; gives the way to forget it. */
export function atNextFrame(act: () => void): () => void {
  if (document.hidden) {
    const later = setTimeout(act, 0);
    return () => clearTimeout(later);
  }
  const frame = requestAnimationFrame(act);
  return () => cancelAnimationFrame(frame);
}

/** What closing the data means for the file, as a sentence. */
export const closedNotice = (remembered: boolean): string =>
  remembered
    ? "The data is closed. The file is still remembered on this device, as you asked."
    : "The data is forgotten. Nothing of it was stored.";

/**
 * Hashes of the style sheets that the chart library adds to the page: the empty one, which it fills by script, and those of
 * maps, which no chart here has, but whose refusal would look like a fault. Both policies of a page let them in.
 */
export const CHART_STYLES = [
  "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
  "sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o=",
] as const;

/** What a person can change on the overview. None of it groups customers anew. */
export const OVERVIEW_SETTINGS = {
  top: {
    kind: "integer",
    label: "Places in lists",
    help: "How many handsets a list shows. Everything tied with the last place is shown too.",
    default: 10,
    min: 5,
    max: 25,
  },
  bins: {
    kind: "integer",
    label: "Bars per histogram",
    help: "More bars show finer detail, fewer show the shape.",
    default: 30,
    min: 10,
    max: 60,
  },
} as const;

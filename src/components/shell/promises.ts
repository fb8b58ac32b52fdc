/** What each page shows once a file is open, by page id. */
export const PROMISES: Readonly<Record<string, readonly string[]>> = {
  overview: [
    "Handsets, makers and applications, with ties shown as ties",
    "The spread of every metric, deciles of customers, concentration of traffic",
    "What moves together: correlations and principal components",
  ],
  engagement: [
    "Segments from low to high by sessions, duration and traffic",
    "The leaders overall and of each application",
    "How many segments fit, and where two methods disagree",
  ],
  experience: [
    "Round-trip time, throughput and retransmission per customer",
    "How handset types compare",
    "Segments from the worst experience to the best",
  ],
  satisfaction: [
    "Engagement and experience joined per customer",
    "What explains satisfaction, with intervals",
    "A plain check of whether the score can be trusted",
  ],
  segments: [
    "Segments from any columns by nine algorithms, on a map you can draw around",
    "How many segments fit: every index with its disagreement, and whether they come back in resamples",
    "What tells segments apart in words and rules, and what would move one customer",
  ],
  journeys: [
    "Visits, stays and where they end, from any log of events, pages or invoices",
    "Funnels of any number of steps, and what those who left did next",
    "Paths, cohorts that return, and what changed, from one table whose numbers agree",
  ],
  shoppers: [
    "Loyal, one-time, abandoning, researching, bargain-hunting: how many of each, by rules that you can change",
    "What each kind buys and spends, with intervals, and which rules overlap",
    "Segments that behaviour makes by itself, beside the rules; kind and segment of every customer for your own tools",
  ],
  leads: [
    "A score for every customer: how likely the outcome is that you choose, such as bought or left",
    "What contacting the best 200 finds, with bounds, tested on customers the model never saw",
    "What the scores rest on, and why each of the best has its own",
  ],
  data: [
    "Every column: its type, what is missing, how its values spread",
    "What each column was taken to mean, for you to confirm or correct",
    "Every cleaning step with its counts, and the rows themselves",
  ],
};

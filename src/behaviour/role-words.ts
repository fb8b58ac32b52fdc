/** Words of names that say what a column is for, by falling weight: one that can mean nothing else comes first. */
export const ROLE_WORDS = {
  session: ["session", "visit", "sess", "invoice", "order id", "basket", "transaction", "receipt", "ticket"],
  basket: ["invoice", "basket", "transaction", "receipt", "order"],
  what: [
    ...["event", "action", "activity", "page", "screen", "url", "path", "step", "category", "section", "department"],
    ...["product", "description", "item", "sku", "stock", "model", "sensor", "zone", "place", "location"],
  ],
  when: ["timestamp", "time", "datetime", "date", "at", "when", "started", "start", "created", "day"],
  order: ["order", "sequence", "seq", "hit", "click", "step", "index", "rank", "position"],
  quantity: ["quantity", "qty", "units", "pieces", "amount sold", "count"],
  price: ["price", "cost"],
  amount: ["amount", "revenue", "sales", "total", "value", "spend", "turnover"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

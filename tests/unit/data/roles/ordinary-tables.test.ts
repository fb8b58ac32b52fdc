import { describe, expect, test } from "vitest";
import type { Role } from "../../../../src/data/role";
import { guessRoles } from "../../../../src/data/roles/guess-roles";

interface Ordinary {
  readonly table: string;
  /** Names and a first row each; further rows repeat it, the first column counting on. */
  readonly columns: Readonly<Record<string, string>>;
  /** Every other column plays no part. */
  readonly roles: Readonly<Record<string, Role>>;
}

/** Headers as such tables have them, with made-up values. */
const TABLES: readonly Ordinary[] = [
  {
    table: "social media",
    columns: {
      User_ID: "1",
      Age: "27",
      Gender: "Female",
      Platform: "Instagram",
      "Daily_Usage_Time (minutes)": "110",
      Posts_Per_Day: "2",
      Likes_Received_Per_Day: "40",
      Comments_Received_Per_Day: "9",
      Messages_Sent_Per_Day: "14",
      Dominant_Emotion: "Happiness",
    },
    roles: { User_ID: "customer" },
  },
  {
    table: "online retail",
    columns: {
      InvoiceNo: "500001",
      StockCode: "10001A",
      Description: "A LANTERN",
      Quantity: "6",
      InvoiceDate: "2010-12-01 08:20:00",
      UnitPrice: "2.5",
      CustomerID: "10000.0",
      Country: "United Kingdom",
    },
    roles: { CustomerID: "customer", InvoiceDate: "start" },
  },
  {
    table: "shop visits",
    columns: {
      Administrative: "0",
      Administrative_Duration: "12.5",
      Informational: "0",
      Informational_Duration: "0",
      ProductRelated: "3",
      ProductRelated_Duration: "64",
      BounceRates: "0.2",
      ExitRates: "0.1",
      PageValues: "0",
      SpecialDay: "0",
      Month: "Feb",
      OperatingSystems: "2",
      Browser: "1",
      Region: "4",
      TrafficType: "3",
      VisitorType: "Returning_Visitor",
      Weekend: "FALSE",
      Revenue: "FALSE",
    },
    roles: {},
  },
  {
    table: "churn",
    columns: {
      customerID: "1000-ABCDE",
      gender: "Female",
      SeniorCitizen: "0",
      Partner: "Yes",
      tenure: "12",
      PhoneService: "No",
      MultipleLines: "No phone service",
      InternetService: "DSL",
      DeviceProtection: "No",
      StreamingTV: "No",
      Contract: "One year",
      PaymentMethod: "Mailed check",
      MonthlyCharges: "30.5",
      TotalCharges: "366",
      Churn: "No",
    },
    roles: { customerID: "customer" },
  },
  {
    table: "shop clicks",
    columns: {
      "session ID": "1",
      year: "2008",
      month: "4",
      day: "1",
      order: "2",
      country: "29",
      "page 1 (main category)": "1",
      "page 2 (clothing model)": "A10",
      colour: "3",
      location: "5",
      "model photography": "1",
      price: "28",
      "price 2": "2",
      page: "1",
    },
    roles: { "session ID": "session" },
  },
  {
    table: "recency, frequency, money",
    columns: { customer_id: "1", last: "2006-06-09", n: "6", amt: "472", rec: "205" },
    roles: { customer_id: "customer" },
  },
  {
    table: "flowers",
    columns: {
      "sepal length (cm)": "5.1",
      "sepal width (cm)": "3.5",
      "petal length (cm)": "1.4",
      "petal width (cm)": "0.2",
      species: "setosa",
    },
    roles: {},
  },
  {
    table: "mall",
    columns: { CustomerID: "1", Gender: "Male", Age: "19", "Annual Income (k$)": "15", "Spending Score (1-100)": "39" },
    roles: { CustomerID: "customer" },
  },
  {
    table: "cards",
    columns: { CUST_ID: "C10001", BALANCE: "40.9", BALANCE_FREQUENCY: "0.8", CASH_ADVANCE_TRX: "0", TENURE: "12" },
    roles: { CUST_ID: "customer" },
  },
  {
    table: "cars",
    columns: { make: "Opel", model: "Astra", "top speed (km/h)": "180", "water consumption": "5", debit: "12.5" },
    roles: {},
  },
  {
    table: "survey",
    columns: {
      "Customer satisfaction": "4",
      "Number of customer calls": "3",
      "Account balance": "12.5",
      "Thumbs up": "7",
      "Departure delay (min)": "5",
      "Cell size": "4",
      "Storage device": "disk",
    },
    roles: {},
  },
  {
    table: "phones in a network",
    columns: { MSISDN: "33600000001", Brand: "Nokia", Model: "3310", "Last cell": "L77566A" },
    roles: { MSISDN: "customer", Brand: "maker", Model: "handset", "Last cell": "location" },
  },
];

describe("tables of other fields", () => {
  test.each(TABLES)("$table", ({ columns, roles }) => {
    const names = Object.keys(columns);
    const head = Object.values(columns).map((value, place) =>
      Array.from({ length: 100 }, (_, row) =>
        place === 0 && /^\d+$/u.test(value) ? String(Number(value) + row) : value,
      ),
    );
    const guessed = guessRoles(
      names.map((name) => ({ name, type: "VARCHAR" })),
      head,
    );
    const played = guessed.filter(({ role }) => role !== "none").map(({ column, role }) => [column, role] as const);
    expect(Object.fromEntries(played)).toEqual(roles);
  });
});

test.each<readonly [string, Role]>([
  ["Session length (s)", "duration"],
  ["Call duration", "duration"],
  ["Total usage duration (min)", "duration"],
  ["Movie duration", "none"],
  ["Network speed", "throughput"],
  ["Data received", "download"],
  ["Messages received", "none"],
  ["order_date", "start"],
  ["last_order_date", "none"],
  ["birth date", "none"],
])("%s is %s", (name, role) => {
  expect(guessRoles([{ name, type: "VARCHAR" }], [])[0]?.role).toBe(role);
});

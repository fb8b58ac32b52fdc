import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Role } from "../../../../src/data/role";
import { guessRoles } from "../../../../src/data/roles/guess-roles";

const guess = (
  names: readonly string[],
  head: readonly (readonly (string | null)[])[] = [],
): ReadonlyMap<string, Role> =>
  new Map(
    guessRoles(
      names.map((name) => ({ name, type: "VARCHAR" })),
      head,
    ).map(({ column, role }) => [column, role]),
  );
const one = (name: string): Role | undefined => guess([name]).get(name);

/** The 55 column names as the data set was published. */
const PUBLISHED: readonly (readonly [string, Role])[] = [
  ["Bearer Id", "session"],
  ["Start", "start"],
  ["Start ms", "start-ms"],
  ["End", "end"],
  ["End ms", "end-ms"],
  ["Dur. (ms)", "duration"],
  ["IMSI", "none"],
  ["MSISDN/Number", "customer"],
  ["IMEI", "none"],
  ["Last Location Name", "location"],
  ["Avg RTT DL (ms)", "rtt-dl"],
  ["Avg RTT UL (ms)", "rtt-ul"],
  ["Avg Bearer TP DL (kbps)", "throughput-dl"],
  ["Avg Bearer TP UL (kbps)", "throughput-ul"],
  ["TCP DL Retrans. Vol (Bytes)", "tcp-dl"],
  ["TCP UL Retrans. Vol (Bytes)", "tcp-ul"],
  ["DL TP < 50 Kbps (%)", "none"],
  ["50 Kbps < DL TP < 250 Kbps (%)", "none"],
  ["250 Kbps < DL TP < 1 Mbps (%)", "none"],
  ["DL TP > 1 Mbps (%)", "none"],
  ["UL TP < 10 Kbps (%)", "none"],
  ["10 Kbps < UL TP < 50 Kbps (%)", "none"],
  ["50 Kbps < UL TP < 300 Kbps (%)", "none"],
  ["UL TP > 300 Kbps (%)", "none"],
  ["HTTP DL (Bytes)", "none"],
  ["HTTP UL (Bytes)", "none"],
  ["Activity Duration DL (ms)", "none"],
  ["Activity Duration UL (ms)", "none"],
  ["Dur. (ms).1", "none"],
  ["Handset Manufacturer", "maker"],
  ["Handset Type", "handset"],
  ["Nb of sec with 125000B < Vol DL", "none"],
  ["Nb of sec with 1250B < Vol UL < 6250B", "none"],
  ["Nb of sec with 31250B < Vol DL < 125000B", "none"],
  ["Nb of sec with 37500B < Vol UL", "none"],
  ["Nb of sec with 6250B < Vol DL < 31250B", "none"],
  ["Nb of sec with 6250B < Vol UL < 37500B", "none"],
  ["Nb of sec with Vol DL < 6250B", "none"],
  ["Nb of sec with Vol UL < 1250B", "none"],
  ["Social Media DL (Bytes)", "app-dl:Social Media"],
  ["Social Media UL (Bytes)", "app-ul:Social Media"],
  ["Google DL (Bytes)", "app-dl:Google"],
  ["Google UL (Bytes)", "app-ul:Google"],
  ["Email DL (Bytes)", "app-dl:Email"],
  ["Email UL (Bytes)", "app-ul:Email"],
  ["Youtube DL (Bytes)", "app-dl:Youtube"],
  ["Youtube UL (Bytes)", "app-ul:Youtube"],
  ["Netflix DL (Bytes)", "app-dl:Netflix"],
  ["Netflix UL (Bytes)", "app-ul:Netflix"],
  ["Gaming DL (Bytes)", "app-dl:Gaming"],
  ["Gaming UL (Bytes)", "app-ul:Gaming"],
  ["Other DL (Bytes)", "app-dl:Other"],
  ["Other UL (Bytes)", "app-ul:Other"],
  ["Total UL (Bytes)", "upload"],
  ["Total DL (Bytes)", "download"],
];

describe("guessing roles from names", () => {
  test("knows all 55 published columns", () => {
    expect(PUBLISHED).toHaveLength(55);
    expect([...guess(PUBLISHED.map(([name]) => name))]).toEqual(PUBLISHED.map((pair) => [...pair]));
  });

  test.each<readonly [string, Role]>([
    ["msisdn_number", "customer"],
    ["MSISDN", "customer"],
    ["IMSI", "customer"],
    ["IMEI", "none"],
    ["customerId", "customer"],
    ["Numéro d'abonné", "customer"],
    ["teléfono número", "customer"],
    ["Teilnehmernummer", "customer"],
    ["Número do assinante", "customer"],
    ["Rufnummer", "customer"],
    ["المشترك", "customer"],
    ["total_dl_bytes", "download"],
    ["totalDlBytes", "download"],
    ["Download_Bytes", "download"],
    ["Total Downloads", "download"],
    ["Sum of app DL incl. Other (Bytes)", "download"],
    ["Téléchargement (Mo)", "download"],
    ["Rx Bytes", "download"],
    ["totalUlBytes", "upload"],
    ["Upload_Bytes", "upload"],
    ["Total Uploads", "upload"],
    ["tx_bytes", "upload"],
    ["total_bytes", "traffic"],
    ["Total_Traffic", "traffic"],
    ["Total UL and DL", "traffic"],
    ["sessions", "sessions"],
    ["no.of xDR sessions", "sessions"],
    ["Session_Frequency", "sessions"],
    ["Anzahl Sitzungen", "sessions"],
    ["total_duration", "duration"],
    ["Duration_ms", "duration"],
    ["Dauer", "duration"],
    ["Durée (s)", "duration"],
    ["duración", "duration"],
    ["مدة", "duration"],
    ["avg_rtt_ms", "rtt"],
    ["Avg RTT DL+UL (ms)", "rtt"],
    ["Avg Delay (ms)", "rtt"],
    ["Latenz (ms)", "rtt"],
    ["avg_throughput_kbps", "throughput"],
    ["Avg Bearer TP DL+UL (kbps)", "throughput"],
    ["Débit (Mbps)", "throughput"],
    ["avg_tcp_retrans_bytes", "tcp"],
    ["handset_type", "handset"],
    ["Phone model", "handset"],
    ["Endgerät", "handset"],
    ["Hersteller", "maker"],
    ["fabricante", "maker"],
    ["lastLocationName", "location"],
    ["Ubicación", "location"],
    ["Youtube (Bytes)", "app:Youtube"],
    ["Youtube_Total_Data", "app:Youtube"],
    ["Social_Media_Total_Data", "app:Social Media"],
    ["Other DL", "app-dl:Other"],
    ["YouTube Rx (MB)", "app-dl:YouTube"],
    ["http_dl_bytes", "none"],
    ["Activity_Duration(ms)", "none"],
    ["sujana_experience_cluster", "none"],
    ["Start Time", "start"],
    ["Ende", "end"],
  ])("%s is %s", (name, role) => expect(one(name)).toBe(role));

  test("gives the customer to MSISDN before IMSI, and never to IMEI", () => {
    expect(guess(["IMEI", "IMSI", "MSISDN/Number"])).toEqual(
      new Map([
        ["IMEI", "none"],
        ["IMSI", "none"],
        ["MSISDN/Number", "customer"],
      ]),
    );
    expect(guess(["IMEI"]).get("IMEI")).toBe("none");
  });

  test("does not count an application twice when its directions are there", () => {
    const roles = guess(["Gaming DL (Bytes)", "Gaming UL (Bytes)", "Gaming (Bytes)"]);
    expect(roles.get("Gaming (Bytes)")).toBe("none");
  });

  test("values contradict a name", () => {
    const words = Array.from({ length: 30 }, (_, index) => `word ${index}`);
    expect(guess(["Data plan"], [words]).get("Data plan")).toBe("none");
    expect(guess(["Start"], [words]).get("Start")).toBe("none");
    const [rounded] = guessRoles([{ name: "sessions", type: "DOUBLE" }], [["1.5", "2.25"]]);
    expect(rounded?.role).toBe("none");
  });

  test("never gives a role to two columns and never throws, whatever the names", () => {
    const part = fc.constantFrom(
      "Total",
      "DL",
      "UL",
      "(Bytes)",
      "MSISDN",
      "Start",
      "ms",
      "Dur.",
      "_",
      ".1",
      "Ü",
      "\u0000",
      "Gaming",
      "%",
      "🎮",
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(part, { maxLength: 5 }).map((parts) => parts.join(" ")),
          { maxLength: 12 },
        ),
        (names) => {
          const roles = guessRoles(
            names.map((name) => ({ name, type: "VARCHAR" })),
            [],
          );
          const given = roles.map(({ role }) => role).filter((role) => role !== "none");
          expect(new Set(given).size).toBe(given.length);
          expect(roles.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
        },
      ),
    );
  });
});

const FIELDS = "../shared/data/telecom-xdr/field_descriptions.csv";
describe.skipIf(!existsSync(FIELDS))(`the field list ${FIELDS}`, () => {
  test("is understood as published", () => {
    const names = readFileSync(FIELDS, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.slice(0, line.indexOf(",")))
      .filter((name) => name !== "");
    const roles = guess(names);
    expect(roles.get("MSISDN/Number")).toBe("customer");
    expect(roles.get("bearer id")).toBe("session");
    expect(roles.get("Other DL")).toBe("app-dl:Other");
    expect([...roles.values()].filter((role) => role.startsWith("app-"))).toHaveLength(14);
  });
});

import duckdbWorkerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";

/** Everything the workbench needs, in memory: after this nothing is fetched again. */
export interface BootAssets {
  readonly duckdbWorker: string;
  readonly duckdb: WebAssembly.Module;
  readonly parquetWasm: Uint8Array<ArrayBuffer>;
  /** The engines as the host sent them, by their address: for the offline copy, which need not fetch them again. */
  readonly fetched: ReadonlyMap<string, ArrayBuffer>;
}

declare const __DUCKDB_VERSION__: string;
declare const __PARQUET_VERSION__: string;

/**
 * Fetches worker sources as text, the SQL engine compiled and the reader of Parquet as bytes, from the own host only.
 * Rejects with a plain Error naming the file that is missing or damaged.
 */
export async function fetchAssets(base: string): Promise<BootAssets> {
  const folder = `${base.replace(/\/?$/u, "/")}engine/`;
  const fetched = new Map<string, ArrayBuffer>();
  const [duckdbWorker, duckdb, parquetWasm] = await Promise.all([
    fetchOwn(duckdbWorkerUrl).then((response) => response.text()),
    inflated(`${folder}duckdb-eh-${__DUCKDB_VERSION__}.wasm.gz`, fetched).then((bytes) => WebAssembly.compile(bytes)),
    inflated(`${folder}parquet-${__PARQUET_VERSION__}.wasm.gz`, fetched),
  ]);
  return { duckdbWorker, duckdb, parquetWasm, fetched };
}

/**
 * Puts the page's icons into the page itself: the browser asks for them again on every new address. What it may follow
 * much later, when a person installs the site, is tied to its place before the page's address changes under it.
 */
export async function keepIcons(): Promise<void> {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="manifest"], link[rel="apple-touch-icon"]'))
    link.setAttribute("href", link.href);
  const icons = document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]');
  await Promise.all(
    [...icons].map(async (icon) => (icon.href = await dataUrl(await (await fetchOwn(icon.href)).blob()))),
  );
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("An icon could not be read."));
    reader.readAsDataURL(blob);
  });
}

async function fetchOwn(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response;
}

/** The WebAssembly module in a `.gz`, whether or not the host has inflated it already. */
async function inflated(url: string, fetched: Map<string, ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const received = await (await fetchOwn(url)).arrayBuffer();
  fetched.set(url, received);
  const packed = new Uint8Array(received);
  const bytes = isGzip(packed) ? await gunzip(packed) : packed;
  if (!isWasm(bytes)) throw new Error(`${url} is not a WebAssembly module.`);
  return bytes;
}

async function gunzip(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isWasm = (bytes: Uint8Array): boolean =>
  bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;

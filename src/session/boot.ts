import duckdbWorkerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";

/** The thread's source and the engines, in memory: after this nothing of them is fetched again. */
export interface BootAssets {
  readonly duckdbWorker: string;
  readonly duckdb: WebAssembly.Module;
  readonly parquetWasm: Uint8Array<ArrayBuffer>;
}

/** What is fetched for the engines, on its way. Both reject with a plain Error naming the file that is missing or damaged. */
export interface Boot {
  /** The engines as the host sent them, by their path: for the offline copy, which need not fetch them again. */
  readonly fetched: Promise<ReadonlyMap<string, ArrayBuffer>>;
  /** Unpacked and compiled. */
  readonly assets: Promise<BootAssets>;
}

declare const __DUCKDB_VERSION__: string;
declare const __PARQUET_VERSION__: string;

/**
 * Begins to fetch worker sources as text, the SQL engine compiled and the reader of Parquet as bytes, from the own host
 * only. Early: the engines are unpacked while the browser still reads the page's code.
 */
export function beginBoot(root: string): Boot {
  const folder = `${root.replace(/\/?$/u, "/")}engine/`;
  const [duckdb, parquet] = [
    received(`${folder}duckdb-eh-${__DUCKDB_VERSION__}.wasm.gz`),
    received(`${folder}parquet-${__PARQUET_VERSION__}.wasm.gz`),
  ];
  const assets = Promise.all([
    fetchOwn(duckdbWorkerUrl).then((response) => response.text()),
    duckdb.then(unpacked).then((bytes) => WebAssembly.compile(bytes)),
    parquet.then(unpacked),
  ]).then(([duckdbWorker, compiled, parquetWasm]) => ({ duckdbWorker, duckdb: compiled, parquetWasm }));
  const fetched = Promise.all([duckdb, parquet]).then((files) => new Map(files.map(({ url, bytes }) => [url, bytes])));
  // Told to whoever awaits them, which may be a while after.
  for (const one of [assets, fetched]) one.catch(() => undefined);
  return { fetched, assets };
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

interface Received {
  readonly url: string;
  readonly bytes: ArrayBuffer;
}

const received = async (url: string): Promise<Received> => ({ url, bytes: await (await fetchOwn(url)).arrayBuffer() });

/** The WebAssembly module in a `.gz`, whether or not the host has inflated it already. */
async function unpacked({ url, bytes: sent }: Received): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Uint8Array(sent);
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

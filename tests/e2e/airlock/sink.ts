import { createHash } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import { connect, createServer as createTcp, type AddressInfo, type Socket } from "node:net";
import { createSecureContext } from "node:tls";
import { selfSigned } from "./certificate";

/** One sign of life that reached the sink: what the sink saw is the truth, not what the page was told. */
export interface Hit {
  readonly by: "http" | "https" | "websocket" | "greeting" | "connection" | "datagram";
  /** The address asked for; of a TLS greeting the name in it; of a datagram who was to send it. */
  readonly what: string;
}

/** A server that stands for every other host: HTTP, HTTPS and WebSocket on one TCP port, STUN on UDP ports. */
export interface Sink {
  readonly hits: readonly Hit[];
  /** Ids of the vectors that reached it: the first label of the host each aims at. */
  reached(): readonly string[];
  stop(): Promise<void>;
}

/** What the browser asks for on its own account; a page has no part in it. */
const BROWSERS_OWN = /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com|gstatic\.com|googleusercontent\.com)$/u;

/** A connection that says nothing for so long was made for its own sake. */
const SILENT_MS = 1500;

/** Answers like a host that wants everything: any origin, any name. `datagrams` maps UDP ports to who sends there. */
export async function startSink(port: number, datagrams: ReadonlyMap<number, string>): Promise<Sink> {
  const hits: Hit[] = [];
  const note = (by: Hit["by"], host: string, path = ""): void => {
    if (!BROWSERS_OWN.test(host)) hits.push({ by, what: `${host}${path}` });
  };
  const http = createHttp((request, response) => {
    note("http", hostOf(request), request.url);
    welcome(request, response);
  });
  const identity = selfSigned("sink.test");
  const https = createHttps(
    {
      ...identity,
      SNICallback: (name, answer) => {
        note("greeting", name);
        answer(null, createSecureContext(identity));
      },
    },
    (request, response) => {
      note("https", hostOf(request), request.url);
      welcome(request, response);
    },
  );
  for (const server of [http, https])
    server.on("upgrade", (request: IncomingMessage, socket: Socket) => {
      note("websocket", hostOf(request), request.url);
      shakeHands(request, socket);
    });
  https.listen(0, "127.0.0.1");
  await once(https, "listening");
  const secure = (https.address() as AddressInfo).port;
  const sockets = new Set<Socket>();
  const tcp = createTcp((socket) => {
    keep(sockets, socket);
    const silent = setTimeout(() => note("connection", "silent"), SILENT_MS);
    socket.once("data", (first: Buffer) => {
      clearTimeout(silent);
      if (first[0] === TLS_GREETING) return relay(socket, first, keep(sockets, connect(secure, "127.0.0.1")));
      socket.unshift(first);
      http.emit("connection", socket);
    });
  });
  tcp.listen(port, "127.0.0.1");
  await once(tcp, "listening");
  const ears = await Promise.all([...datagrams].map(([at, sender]) => listenTo(at, () => note("datagram", sender))));
  return {
    hits,
    reached: () => [...new Set(hits.map(({ what }) => what.split(".")[0] ?? what))].sort(),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      for (const ear of ears) ear.close();
      https.close();
      tcp.close();
      await once(tcp, "close");
    },
  };
}

const TLS_GREETING = 0x16;

const hostOf = (request: IncomingMessage): string => (request.headers.host ?? "").replace(/:\d+$/u, "");

async function listenTo(port: number, heard: () => void) {
  const udp = createSocket("udp4");
  udp.on("message", heard);
  udp.bind(port, "127.0.0.1");
  await once(udp, "listening");
  return udp;
}

function keep(sockets: Set<Socket>, socket: Socket): Socket {
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket));
  socket.on("error", () => socket.destroy());
  return socket;
}

function relay(from: Socket, first: Buffer, to: Socket): void {
  to.write(first);
  from.pipe(to).pipe(from);
}

function shakeHands(request: IncomingMessage, socket: Socket): void {
  const key = `${request.headers["sec-websocket-key"] ?? ""}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash("sha1").update(key).digest("base64");
  const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
  socket.write(`${[...lines, `Sec-WebSocket-Accept: ${accept}`].join("\r\n")}\r\n\r\n`);
}

const KINDS: Readonly<Record<string, string>> = {
  script: "text/javascript",
  worker: "text/javascript",
  style: "text/css",
  iframe: "text/html",
  document: "text/html",
};

function welcome(request: IncomingMessage, response: ServerResponse): void {
  const events = (request.headers.accept ?? "").includes("text/event-stream");
  const kind = KINDS[String(request.headers["sec-fetch-dest"])] ?? "text/plain";
  response.writeHead(200, {
    "content-type": events ? "text/event-stream" : kind,
    "access-control-allow-origin": request.headers.origin ?? "*",
    "access-control-allow-credentials": "true",
    "cache-control": "no-store",
  });
  response.end(kind === "text/html" ? "<!doctype html><title>Sink</title>" : "");
}

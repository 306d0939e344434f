// A fetch that waits: to read a long prompt, a server on a busy CPU may need more than the five minutes that Node's own gives it.
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";

/** A server silent for so long, ms, is taken for dead. */
const SILENCE = 30 * 60_000;
const BODILESS = new Set([101, 204, 205, 304]);

/** Follows no redirects, which could lead off the configured host; bodies are text, as the model packages send them. */
export function patientFetch(signal: AbortSignal | undefined): typeof fetch {
  return (input, init) =>
    new Promise<Response>((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const signals = [signal, init?.signal].filter((each) => each !== undefined && each !== null);
      const sending = (url.protocol === "https:" ? secureRequest : plainRequest)(
        url,
        {
          method: init?.method ?? "GET",
          headers: Object.fromEntries(new Headers(init?.headers)),
          timeout: SILENCE,
          ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
        },
        (reply) => {
          const status = reply.statusCode ?? 500;
          const headers = new Headers();
          for (const [name, value] of Object.entries(reply.headers))
            for (const each of [value ?? []].flat()) headers.append(name, each);
          resolve(new Response(BODILESS.has(status) ? null : streamOf(reply), { status, headers }));
        },
      );
      sending.on("timeout", () =>
        sending.destroy(new Error(`the connection timed out after ${SILENCE / 60_000} minutes of silence`)),
      );
      sending.on("error", reject);
      sending.end(typeof init?.body === "string" ? init.body : undefined);
    });
}

function streamOf(reply: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      reply.on("data", (piece: Buffer) => controller.enqueue(new Uint8Array(piece)));
      reply.on("end", () => controller.close());
      reply.on("error", (error) => controller.error(error));
    },
    cancel() {
      reply.removeAllListeners("data").removeAllListeners("end").removeAllListeners("error");
      // What comes after a reader has gone is of no interest, nor is how it ends.
      reply.on("error", () => {});
      reply.destroy();
    },
  });
}

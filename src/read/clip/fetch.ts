// Fetches one address from the open network: checked on every redirect, within limits of size and time.
import { lookup } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { UserError } from "../../core/errors.ts";
import { isPublicAddress } from "./address.ts";

export interface FetchLimits {
  readonly mostBytes: number;
  readonly timeoutMs: number;
  readonly mostRedirects: number;
}

export const PAGE_LIMITS: FetchLimits = { mostBytes: 30e6, timeoutMs: 30_000, mostRedirects: 5 };
export const PICTURE_LIMITS: FetchLimits = { mostBytes: 10e6, timeoutMs: 15_000, mostRedirects: 3 };

export interface Fetched {
  /** After redirects. */
  readonly url: string;
  readonly type: string;
  readonly charset?: string;
  readonly bytes: Uint8Array;
}

export interface FetchOptions {
  readonly limits?: FetchLimits;
  readonly signal?: AbortSignal;
  /** For tests against a server on this machine. */
  readonly allowed?: (address: string) => boolean;
}

/** Throws a UserError that says what was refused or went wrong. */
export async function fetched(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const limits = options.limits ?? PAGE_LIMITS;
  // One limit for the whole chain: endless replies and slow redirects end alike.
  const signal = AbortSignal.any([AbortSignal.timeout(limits.timeoutMs), ...(options.signal ? [options.signal] : [])]);
  let current = url;
  for (let hop = 0; hop <= limits.mostRedirects; hop++) {
    const reply = await once(checked(current, options), limits, signal, options).catch((error: unknown) => {
      options.signal?.throwIfAborted();
      if (error instanceof UserError) throw error;
      if (signal.aborted)
        throw new UserError(`${current} did not answer in full within ${limits.timeoutMs / 1000} s.`, 1);
      throw new UserError(
        `${current} could not be fetched: ${error instanceof Error ? error.message : String(error)}`,
        1,
      );
    });
    if (!("location" in reply)) return reply;
    current = new URL(reply.location, current).href;
  }
  throw new UserError(`${url} redirects more than ${limits.mostRedirects} times.`, 1);
}

function checked(url: string, options: FetchOptions): URL {
  if (!URL.canParse(url)) throw new UserError(`${url} is no address.`, 1);
  const parsed = new URL(url);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:")
    throw new UserError(
      `${url}: kb fetches http and https only. Fetch it with another program, and give kb the file.`,
      1,
    );
  if (parsed.username !== "" || parsed.password !== "")
    throw new UserError(`${parsed.host}: an address with a password in it is not fetched.`, 1);
  const host = parsed.hostname.replace(/^\[|\]$/gu, "");
  if (isIP(host) !== 0 && !isAllowed(host, options))
    throw new UserError(`${parsed.host} lies on this machine or a private network: it is not fetched.`, 1);
  return parsed;
}

function isAllowed(address: string, options: FetchOptions): boolean {
  return isPublicAddress(address) || options.allowed?.(address) === true;
}

/** Names are resolved here, so that the address that was checked is the one that is connected to. */
function guardedLookup(options: FetchOptions): LookupFunction {
  return (hostname, wishes, callback) => {
    lookup(hostname, { ...wishes, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 4);
      const closed = addresses.find((one) => !isAllowed(one.address, options));
      if (closed || addresses.length === 0)
        return callback(
          new UserError(`${hostname} lies on this machine or a private network: it is not fetched.`, 1),
          "",
          4,
        );
      if (wishes.all) return (callback as unknown as (error: null, all: typeof addresses) => void)(null, addresses);
      callback(null, addresses[0]?.address ?? "", addresses[0]?.family ?? 4);
    });
  };
}

function once(
  url: URL,
  limits: FetchLimits,
  signal: AbortSignal,
  options: FetchOptions,
): Promise<Fetched | { readonly location: string }> {
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      signal,
      lookup: guardedLookup(options),
      agent: false,
      headers: {
        "user-agent": "Mozilla/5.0 (compatible; kb)",
        accept: "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
        "accept-encoding": "gzip, deflate, br",
      },
    });
    request.on("error", reject);
    request.on("response", (response) => {
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (status >= 300 && status < 400 && location) {
        response.destroy();
        return resolve({ location });
      }
      if (status !== 200) {
        response.destroy();
        return reject(
          new UserError(`${url.href} answers ${status}${status === 404 ? ": there is no such page" : ""}.`, 1),
        );
      }
      const encoding = response.headers["content-encoding"] ?? "";
      const unpacked =
        encoding === "gzip" || encoding === "x-gzip"
          ? response.pipe(createGunzip())
          : encoding === "br"
            ? response.pipe(createBrotliDecompress())
            : encoding === "deflate"
              ? response.pipe(createInflate())
              : response;
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("error", reject);
      unpacked.on("error", reject);
      unpacked.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size <= limits.mostBytes) chunks.push(chunk);
        else {
          request.destroy();
          reject(new UserError(`${url.href} is larger than ${Math.round(limits.mostBytes / 1e6)} MB.`, 1));
        }
      });
      unpacked.on("end", () => {
        const [type = "", ...parameters] = (response.headers["content-type"] ?? "").toLowerCase().split(";");
        const charset = /charset=["']?([\w-]+)/u.exec(parameters.join(";"))?.[1];
        resolve({ url: url.href, type: type.trim(), ...(charset ? { charset } : {}), bytes: Buffer.concat(chunks) });
      });
    });
    request.end();
  });
}

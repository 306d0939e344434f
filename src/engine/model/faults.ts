// What went wrong between us and a server, sorted by what can be done about it.

/**
 * gone: nobody answers, or the line broke. busy: answers with an error that may pass. missing: the model is not there.
 * memory: the model does not fit. overflow: the prompt does not fit. refused: the request or key is not accepted.
 */
export type FaultKind = "gone" | "busy" | "missing" | "memory" | "overflow" | "refused";

export class Fault extends Error {
  readonly kind: FaultKind;
  constructor(kind: FaultKind, message: string) {
    super(message);
    this.name = "Fault";
    this.kind = kind;
  }
}

/** An answer with an error status, or an error inside a stream (status 500). */
export function faultOf(status: number, body: string): Fault {
  const message = messageOf(body) || `HTTP ${status}`;
  if (
    /out of memory|more system memory|cudaMalloc|insufficient memory|unable to allocate|failed to allocate/i.test(
      message,
    )
  )
    return new Fault("memory", message);
  if (
    /context (?:length|size|window)|maximum context|too many tokens|exceeds? the (?:available )?context|prompt is too long/i.test(
      message,
    )
  )
    return new Fault("overflow", message);
  if (status === 404 && /model/i.test(message)) return new Fault("missing", message);
  if (status === 429 || status === 408 || status >= 500) return new Fault("busy", message);
  return new Fault("refused", message);
}

/** Ollama says {"error": "…"}, OpenAI {"error": {"message": "…"}}, a wrong path plain text. */
function messageOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    const error = typeof parsed === "object" && parsed !== null && "error" in parsed ? parsed.error : undefined;
    if (typeof error === "string") return error;
    if (typeof error === "object" && error !== null && "message" in error && typeof error.message === "string")
      return error.message;
  } catch {
    // Not JSON: the text itself is what there is.
  }
  return body.trim().slice(0, 300);
}

/** Everything thrown while speaking to a server. Aborts pass through untouched. */
export function asFault(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof Fault) return error;
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (cause instanceof Fault) return cause;
  }
  if (!(error instanceof Error)) return error;
  const chain = causesOf(error);
  if (
    /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|ERR_STREAM_PREMATURE_CLOSE|UND_ERR|fetch failed|terminated|socket|other side closed|timed? ?out|Connection error|Did not receive done|premature|aborted/i.test(
      chain,
    )
  ) {
    return new Fault("gone", chain);
  }
  return error;
}

function causesOf(error: Error): string {
  const parts: string[] = [];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = "code" in at && typeof at.code === "string" ? `${at.code} ` : "";
    parts.push(`${code}${at.message}`);
  }
  return parts.join(": ");
}

// .msg: a message as Outlook stores it.
import { escaped, escapedParagraph } from "../as-markdown.ts";
import { documentOf } from "../document.ts";
import { markdownOf } from "../html/to-markdown.ts";
import { type ReadResult, read } from "../result.ts";

/** What is used of the package's own type, which its CommonJS build hides. */
interface Message {
  readonly error?: string;
  readonly headers?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly html?: Uint8Array;
  readonly senderName?: string;
  readonly senderEmail?: string;
  readonly senderSmtpAddress?: string;
  readonly messageDeliveryTime?: string;
  readonly clientSubmitTime?: string;
  readonly recipients?: readonly {
    readonly name?: string;
    readonly email?: string;
    readonly smtpAddress?: string;
    readonly recipType?: string;
  }[];
  readonly attachments?: readonly { readonly fileName?: string }[];
}

export async function readOutlook(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const { default: Reader } = (await import("@kenjiuno/msgreader")).default as unknown as {
    default: new (bytes: ArrayBuffer) => { getFileData(): Message };
  };
  const mail = new Reader(Uint8Array.from(bytes).buffer).getFileData();
  if (mail.error) return { kind: "failed", reason: `the message is damaged: ${mail.error}` };
  const headers = mail.headers ?? "";
  const header = (name: string): string =>
    new RegExp(`^${name}:[ \\t]*(.+(?:\\n[ \\t].+)*)`, "imu")
      .exec(headers.replace(/\r\n/gu, "\n"))?.[1]
      ?.replace(/\s+/gu, " ")
      .trim() ?? "";
  const sender = mail.senderSmtpAddress || mail.senderEmail || header("From");
  const named = (mail.recipients ?? [])
    .filter((one) => one.recipType === "to")
    .map((one) => one.smtpAddress || one.email || one.name || "");
  const to = named.filter((one) => one !== "").join(", ") || header("To");
  const title = (mail.subject ?? "").trim();
  const date = mail.messageDeliveryTime ?? mail.clientSubmitTime ?? header("Date");
  const attachments = (mail.attachments ?? [])
    .map((one) => (one.fileName ?? "unnamed").split(/[\\/]/u).at(-1) ?? "")
    .join(", ");
  const lines = [
    ["From", sender],
    ["To", to],
    ["Subject", title],
    ["Date", date],
    ["Attachments", attachments],
  ]
    .filter(([, value]) => value !== "" && value !== undefined)
    .map(([name, value]) => `**${name}:** ${escaped(value ?? "")}`);
  const html = mail.html ? new TextDecoder("utf-8").decode(mail.html) : "";
  const body = mail.body?.trim() ? escapedParagraph(mail.body.replace(/\r\n?/gu, "\n").trim()) : await markdownOf(html);
  const day = date && !Number.isNaN(Date.parse(date)) ? { published: new Date(date).toISOString().slice(0, 10) } : {};
  const author = mail.senderName || sender;
  return read(
    documentOf({
      path,
      format: "outlook",
      markdown: `# ${escaped(title || "Message")}\n\n${lines.join("  \n")}\n\n${body}`.trim(),
      opens: false,
      meta: { ...(title ? { title } : {}), authors: author ? [author] : [], ...day },
    }),
  );
}

// .msg: a message as Outlook stores it.
import type { Removal } from "../../core/document.ts";
import { escaped, escapedParagraph } from "../as-markdown.ts";
import { documentOf } from "../document.ts";
import { markdownOf } from "../html/to-markdown.ts";
import { readMembers } from "../members.ts";
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
  readonly attachments?: readonly Attachment[];
}

interface Attachment {
  readonly fileName?: string;
  readonly name?: string;
  /** Bytes. */
  readonly contentLength?: number;
}

type Reading = new (
  bytes: ArrayBuffer,
) => {
  getFileData(): Message;
  getAttachment(one: Attachment): { readonly content: Uint8Array };
};

/** What the message itself may bring, bytes: its attachments are parts of one file. */
const MOST_BYTES = 200e6;

export async function readOutlook(bytes: Uint8Array, path: string): Promise<ReadResult> {
  // A CommonJS build: what its default is depends on who loads it.
  const loaded = (await import("@kenjiuno/msgreader")).default as unknown as Reading | { readonly default: Reading };
  const Reader = "default" in loaded ? loaded.default : loaded;
  const reader = new Reader(Uint8Array.from(bytes).buffer);
  const mail = reader.getFileData();
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
  const attachments = (mail.attachments ?? []).map(nameOf).join(", ");
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
  const leftOut: Removal[] = [];
  const members = await readMembers(attachedTo(mail, reader.getAttachment.bind(reader), leftOut), path, "mail");
  return read(
    documentOf({
      path,
      format: "outlook",
      markdown: `# ${escaped(title || "Message")}\n\n${lines.join("  \n")}\n\n${body}`.trim(),
      opens: false,
      leftOut: [...leftOut, ...members.leftOut],
      meta: { ...(title ? { title } : {}), authors: author ? [author] : [], ...day },
    }),
    ...members.documents,
  );
}

/** Without folders: a name may try to climb out. */
function nameOf(one: Attachment): string {
  return (one.fileName ?? one.name ?? "unnamed").split(/[\\/]/u).at(-1) ?? "";
}

/** A damaged attachment costs itself only. */
function attachedTo(
  mail: Message,
  contentOf: (one: Attachment) => { readonly content: Uint8Array },
  leftOut: Removal[],
): (readonly [string, Uint8Array])[] {
  let room = MOST_BYTES;
  return (mail.attachments ?? []).flatMap((one) => {
    const name = nameOf(one);
    room -= one.contentLength ?? 0;
    try {
      if (room < 0) throw new Error("too large");
      return [[name, contentOf(one).content] as const];
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      leftOut.push({ step: "mail", reason: "attachment not read", text: `${name}: ${why}` });
      return [];
    }
  });
}

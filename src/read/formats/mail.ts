// .eml .mbox .mhtml: headers, the text of each message, quoted replies folded, then its attachments, read in turn.
import type { Document, Removal } from "../../core/document.ts";
import { escaped, escapedParagraph } from "../as-markdown.ts";
import { documentOf } from "../document.ts";
import { markdownOf } from "../html/to-markdown.ts";
import { readMembers } from "../members.ts";
import { type ReadResult, read } from "../result.ts";
import { readHtmlText } from "./html.ts";

const MOST_MESSAGES = 2000;

export async function readMail(bytes: Uint8Array, path: string): Promise<ReadResult> {
  if (!/\.mbox$/iu.test(path)) return await message(bytes, path);
  const text = Buffer.from(bytes).toString("latin1");
  const messages = text.split(/^From \S.*\r?\n/mu).filter((one) => one.trim() !== "");
  const documents: Document[] = [];
  for (const one of messages.slice(0, MOST_MESSAGES)) {
    const result = await message(Buffer.from(one.replace(/^>(>*From )/gmu, "$1"), "latin1"), path);
    if (result.kind === "read") documents.push(...result.documents);
  }
  return documents.length > 0 ? read(...documents) : { kind: "failed", reason: "no message in it" };
}

async function message(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const { default: PostalMime } = await import("postal-mime");
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20 });
  const page = /\.mht(?:ml)?$/iu.test(path) ? mail.html : undefined;
  if (page) return await readHtmlText(page, path);
  if (!mail.subject && !mail.from && !mail.text && !mail.html) return { kind: "failed", reason: "it holds no message" };
  const leftOut: Removal[] = [];
  const body = mail.text?.trim() ? plainBody(mail.text, leftOut) : await markdownOf(mail.html ?? "");
  const person = (one: { name?: string | undefined; address?: string | undefined }): string =>
    one.name || one.address || "";
  const sender = mail.from ? person(mail.from) : "";
  const head = [
    ["From", sender],
    ["To", (mail.to ?? []).map(person).join(", ")],
    ["Cc", (mail.cc ?? []).map(person).join(", ")],
    ["Date", mail.date ?? ""],
    ["Attachments", mail.attachments.map(nameOf).join(", ")],
  ];
  const table = head
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `**${name}:** ${escaped(value ?? "")}  `)
    .join("\n");
  const title = mail.subject?.trim() ?? "";
  const markdown = [title === "" ? "" : `# ${escaped(title)}`, table.trimEnd(), body]
    .filter((part) => part !== "")
    .join("\n\n");
  const published =
    mail.date && !Number.isNaN(Date.parse(mail.date))
      ? { published: new Date(mail.date).toISOString().slice(0, 10) }
      : {};
  // Pictures that the letter's own HTML shows are its decoration.
  const attached = mail.attachments.filter((one) => !one.related).map((one) => [nameOf(one), bytesOf(one)] as const);
  const members = await readMembers(attached, path, "mail");
  leftOut.push(...members.leftOut);
  return read(
    documentOf({
      path,
      format: "mail",
      markdown,
      opens: false,
      leftOut,
      meta: { ...(title ? { title } : {}), authors: sender === "" ? [] : [sender], ...published },
    }),
    ...members.documents,
  );
}

/** Without folders: a name may try to climb out. */
function nameOf(one: import("postal-mime").Attachment): string {
  return (one.filename ?? "unnamed").split(/[\\/]/u).at(-1) ?? "";
}

function bytesOf(one: import("postal-mime").Attachment): Uint8Array {
  return typeof one.content === "string" ? Buffer.from(one.content) : new Uint8Array(one.content);
}

/** Lines that quote an earlier message are folded into one remark; the signature goes. */
function plainBody(text: string, leftOut: Removal[]): string {
  const [body = "", signature] = text.replace(/\r\n?/gu, "\n").split(/^-- $/mu);
  if (signature) leftOut.push({ step: "mail", reason: "the signature", text: signature.trim().slice(0, 300) });
  const quoted = body.match(/(?:^>.*\n?)+/gmu) ?? [];
  for (const one of quoted)
    leftOut.push({ step: "mail", reason: "an earlier message, quoted", text: one.slice(0, 300) });
  return escapedParagraph(
    body
      .replace(/(?:^(?:On .{0,120}wrote:|Am .{0,120}schrieb.{0,60}:)\s*\n+)?(?:^>.*\n?)+/gmu, "\n")
      .replace(/\n{3,}/gu, "\n\n")
      .trim(),
  );
}

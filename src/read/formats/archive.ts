// .zip .tar .tar.gz .gz: their members, read in turn by their own readers, within limits; an archive in an archive is not opened.
import { readMembers } from "../members.ts";
import { type ReadResult, read } from "../result.ts";
import { gunzipped, isGzip, isTar, untarred } from "../tar.ts";
import { titleFromPath } from "../title.ts";
import { unzipped } from "../zip.ts";

export async function readArchive(bytes: Uint8Array, path: string): Promise<ReadResult> {
  const { documents, leftOut } = await readMembers([...(await membersOf(bytes, path))], path, "archive");
  const whole = titleFromPath(path.replace(/\.(?:tar\.gz|tgz|tar|gz|zip)$/iu, ""));
  const [first, ...rest] =
    documents.length > 1
      ? documents.map((one) => ({ ...one, meta: { ...one.meta, partOf: one.meta.partOf ?? whole } }))
      : documents;
  if (first) return read({ ...first, leftOut: [...first.leftOut, ...leftOut] }, ...rest);
  const reasons = leftOut.slice(0, 3).map((one) => one.text);
  return {
    kind: "skipped",
    reason: reasons.length > 0 ? `nothing in it can be read (${reasons.join("; ")})` : "the archive is empty",
  };
}

async function membersOf(bytes: Uint8Array, path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const want = (name: string): boolean => !/(?:^|\/)(?:\.|__MACOSX)/u.test(name);
  const plain = isGzip(bytes) ? await gunzipped(bytes) : bytes;
  if (isTar(plain)) return untarred(plain, want);
  if (plain === bytes) return await unzipped(bytes, want);
  const name = (path.split("/").at(-1) ?? path).replace(/\.gz$/iu, "");
  return new Map([[name, plain]]);
}

// Faults of the disk that a person can do something about, in their words: it is full, read-only, another's.
import { UserError } from "../core/errors.ts";

const NOT_YOURS = "you may not write there: it is read-only, or belongs to another user";

/** A UserError for a fault of the disk, of SQLite's too; undefined for any other error. One that is a UserError already stays. */
export function diskFault(error: unknown): UserError | undefined {
  if (error instanceof UserError) return error;
  const code = codeOf(error);
  // The driver does not always give a code: then SQLite's own words tell.
  const words = error instanceof Error ? error.message : "";
  if (/^(?:ENOSPC|EDQUOT|SQLITE_FULL)/u.test(code) || /database or disk is full/u.test(words))
    return new UserError("The disk is full. Make room and run the command again; it goes on where it stopped.");
  if (/^(?:EROFS|EACCES|EPERM)$/u.test(code))
    return new UserError(
      `kb has no right to ${pathOf(error)}: it is read-only, or belongs to another user. Change that, or use a copy of the vault.`,
    );
  if (
    /^SQLITE_(?:READONLY|CANTOPEN)/u.test(code) ||
    /readonly database|unable to open (?:connection|database)/iu.test(words)
  )
    return new UserError(
      "kb cannot write in .kb/: the vault is read-only, or belongs to another user. Make it writable, or use a copy of it.",
    );
  if (code.startsWith("SQLITE_BUSY") || /database is locked/u.test(words))
    return new UserError("Another kb is writing in this vault. Run the command again when it has finished.");
  return undefined;
}

/** What went wrong with one file, in a few words. A full disk is a UserError: it stops the run. */
export function fileFault(error: unknown): string {
  if (error instanceof UserError) throw error;
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT")
    throw new UserError("The disk is full. Make room and run the command again; it goes on where it stopped.");
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return NOT_YOURS;
  return code || (error instanceof Error ? error.message : String(error));
}

/** Why a file or folder could not be read, in a few words; the next run may meet it otherwise. */
export function readFault(error: unknown): string {
  const code = codeOf(error);
  if (code === "EACCES" || code === "EPERM") return "you may not read it: it belongs to another user, or is protected";
  if (code === "ENOENT") return "it went away meanwhile";
  if (code === "EBUSY") return "another program holds it";
  return code || (error instanceof Error ? error.message : String(error));
}

/** Why a file or folder could not be made, in a few words. */
export function makingFault(error: unknown): string {
  const code = codeOf(error);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return NOT_YOURS;
  if (code === "ENOENT") return "nothing can be made in that place";
  if (code === "ENOTDIR") return "a part of the path is a file";
  if (code === "ENAMETOOLONG") return "the name is too long";
  return code || (error instanceof Error ? error.message : String(error));
}

function pathOf(error: unknown): string {
  return error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : "a file";
}

/** "ENOENT"; empty for what is no fault of the system's. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

// What is the address of a repository: told by its form alone, before anything is fetched.

export interface GitAddress {
  /** As git takes it. */
  readonly url: string;
  /** As a person names it: one for all ways to write it on the sites that are known. */
  readonly stated: string;
  /** As git names it. */
  readonly protocol: "https" | "http" | "ssh" | "file";
  /** "" for a file. */
  readonly host: string;
  /** Of web addresses. */
  readonly port?: number;
  /** Name of the folder that it becomes. */
  readonly name: string;
  /** An address that may as well be a page: of its site's own, not of a repository. */
  readonly page: boolean;
}

/** Where a page of two parts, owner and name, is that of a repository. */
const FORGES = /^(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)$/u;

/** "https://….git", "git@host:owner/name", "ssh://…", "file://…/x.git", "https://github.com/owner/name"; undefined for all else. */
export function gitAddress(target: string): GitAddress | undefined {
  const short = /^(?:[\w.-]+@)([\w.-]+):(?!\/\/)([^\s\\]+)$/u.exec(target);
  if (short) return addressOf(target, "ssh", short[1] ?? "", short[2] ?? "");
  if (!/^(?:https?|ssh|git\+https|git\+ssh|file):\/\//iu.test(target) || !URL.canParse(target)) return undefined;
  const url = new URL(target.replace(/^git\+/iu, ""));
  const path = url.pathname.replace(/\/+$/u, "");
  if (url.protocol === "ssh:") return addressOf(url.href, "ssh", url.hostname, path);
  const named = path.endsWith(".git");
  if (url.protocol === "file:") return named && url.host === "" ? addressOf(url.href, "file", "", path) : undefined;
  const page = !named && FORGES.test(url.hostname) && /^\/[\w.-]+\/[\w.-]+$/u.test(path);
  if ((!named && !page) || url.username !== "" || url.password !== "") return undefined;
  const protocol = url.protocol === "http:" ? "http" : "https";
  const full = `${url.origin}${path}`;
  const found = addressOf(page ? `${full}.git` : full, protocol, url.hostname.replace(/^\[|\]$/gu, ""), path);
  return (
    found && {
      ...found,
      stated: FORGES.test(url.hostname) ? full.replace(/\.git$/u, "") : full,
      page,
      port: url.port === "" ? (protocol === "http" ? 80 : 443) : Number(url.port),
    }
  );
}

function addressOf(url: string, protocol: GitAddress["protocol"], host: string, path: string): GitAddress | undefined {
  const last =
    path
      .split("/")
      .at(-1)
      ?.replace(/\.git$/u, "") ?? "";
  let decoded = last;
  try {
    decoded = decodeURIComponent(last);
  } catch {
    // A lone percent sign stays as it is.
  }
  const name = decoded
    .normalize("NFC")
    .replace(/[^\p{Alpha}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/gu, "");
  return name === "" || host.startsWith("-") ? undefined : { url, stated: url, protocol, host, name, page: false };
}

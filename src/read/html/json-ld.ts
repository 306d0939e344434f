// What a page's JSON-LD says of the work on it.

export interface Linked {
  readonly types: readonly string[];
  readonly headline?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly language?: string;
}

type Item = Readonly<Record<string, unknown>>;

const WORK =
  /^(?:.*Article|BlogPosting|Report|.*Posting|Recipe|Review|Book|Course|HowTo|TechArticle|ScholarlyArticle|VideoObject|PodcastEpisode|QAPage|Question|Product|CreativeWork)$/u;

/** Scripts with broken JSON are passed over. */
export function linkedData(scripts: Iterable<string>): Linked {
  const items: Item[] = [];
  for (const script of scripts) {
    try {
      collect(JSON.parse(script.replace(/^\s*<!--|-->\s*$/gu, "").replace(/[\u0000-\u001f]+/gu, " ")), items, 0);
    } catch {
      // Sites print invalid JSON often enough.
    }
  }
  const types = items.flatMap(typesOf);
  const work =
    items.find((item) => typesOf(item).some((type) => /Article|BlogPosting|Report$/u.test(type))) ??
    items.find((item) => typesOf(item).some((type) => WORK.test(type)));
  const headline = work && (stringOf(work["headline"]) || stringOf(work["name"]));
  const published =
    work && (stringOf(work["datePublished"]) || stringOf(work["dateCreated"]) || stringOf(work["uploadDate"]));
  const language = work && stringOf(work["inLanguage"]);
  return {
    types,
    // A page of questions and answers states the author on the question.
    authors:
      [
        work,
        ...items.filter((item) => typesOf(item).some((type) => /^(?:Question|DiscussionForumPosting)$/u.test(type))),
      ]
        .map((item) => (item ? namesOf(item["author"], items) : []))
        .find((names) => names.length > 0) ?? [],
    ...(headline ? { headline } : {}),
    ...(published ? { published } : {}),
    ...(language ? { language } : {}),
  };
}

function collect(value: unknown, items: Item[], depth: number): void {
  if (depth > 6 || items.length > 500) return;
  if (Array.isArray(value)) for (const one of value) collect(one, items, depth + 1);
  else if (typeof value === "object" && value !== null) {
    const item = value as Item;
    items.push(item);
    collect(item["@graph"], items, depth + 1);
    // Its questions are parts of the page, no work of their own.
    if (typesOf(item).includes("FAQPage")) return;
    collect(item["mainEntity"], items, depth + 1);
    collect(item["mainEntityOfPage"], items, depth + 1);
  }
}

function typesOf(item: Item): string[] {
  const type = item["@type"];
  return Array.isArray(type)
    ? type.filter((one): one is string => typeof one === "string")
    : typeof type === "string"
      ? [type]
      : [];
}

function stringOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : Array.isArray(value) ? stringOf(value[0]) : "";
}

/** People; organisations only where no person is named. */
function namesOf(value: unknown, items: readonly Item[]): string[] {
  const found = (Array.isArray(value) ? value : [value]).flatMap(
    (one: unknown): { name: string; person: boolean }[] => {
      if (typeof one === "string") return [{ name: one, person: true }];
      if (typeof one !== "object" || one === null) return [];
      const item = one as Item;
      const linked =
        items.find(
          (other) => other["@id"] !== undefined && other["@id"] === item["@id"] && other["name"] !== undefined,
        ) ?? item;
      return [
        {
          name: stringOf(linked["name"]),
          person: !typesOf(linked).includes("Organization") && !typesOf(linked).includes("NewsMediaOrganization"),
        },
      ];
    },
  );
  const people = found.filter((one) => one.person && one.name !== "");
  return (people.length > 0 ? people : found)
    .map((one) => one.name)
    .filter((name) => name !== "" && !/^https?:/u.test(name));
}

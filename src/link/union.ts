// Sets of keys that are one thing, joined pair by pair, each with the reason; what a person called two stays two.
export interface Join {
  readonly a: string;
  readonly b: string;
  readonly reason: string;
}

export interface Union {
  /** False where a person's word keeps the two apart. */
  join(a: string, b: string, reason: string): boolean;
  /** The least key of the set by code point. */
  rootOf(key: string): string;
  /** The joins that made the set of a key, in the order they were made. */
  joinsOf(key: string): readonly Join[];
}

export function unionOf(apart: ReadonlyMap<string, ReadonlySet<string>>): Union {
  const parent = new Map<string, string>();
  const held = new Map<string, { readonly keys: Set<string>; readonly joins: Join[] }>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    // A key that nothing was joined to needs no entry.
    if (root !== key) parent.set(key, root);
    return root;
  };
  const setOf = (root: string) => held.get(root) ?? { keys: new Set([root]), joins: [] };
  return {
    rootOf,
    joinsOf: (key) => setOf(rootOf(key)).joins,
    join(a, b, reason) {
      const [x, y] = [rootOf(a), rootOf(b)];
      if (x === y) return true;
      const [ones, others] = [setOf(x), setOf(y)];
      if ([...ones.keys].some((one) => [...(apart.get(one) ?? [])].some((other) => others.keys.has(other))))
        return false;
      const [least, more] = x < y ? [x, y] : [y, x];
      parent.set(more, least);
      held.delete(more);
      held.set(least, {
        keys: new Set([...ones.keys, ...others.keys]),
        joins: [...ones.joins, ...others.joins, { a, b, reason }],
      });
      return true;
    },
  };
}

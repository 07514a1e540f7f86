/** Values that files put where other files find them without an import, and which files put them there. */

/** A map that knows on whose behalf its values were set. */
export class SharedValues<Value> extends Map<string, Value> {
  readonly #owners = new Map<string, Set<string>>();
  /** The file whose evaluation is under way. */
  owner = (): string => '';

  override set(key: string, value: Value): this {
    this.#owners.set(key, (this.#owners.get(key) ?? new Set()).add(this.owner()));
    return super.set(key, value);
  }

  isSetBy(file: string): boolean {
    return [...this.#owners.values()].some((owners) => owners.has(file));
  }

  /** Drops the values that only these files set. */
  forget(files: ReadonlySet<string>): void {
    for (const [key, owners] of this.#owners) {
      for (const file of files) owners.delete(file);
      if (owners.size > 0) continue;
      this.#owners.delete(key);
      this.delete(key);
    }
  }
}

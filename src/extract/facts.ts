/**
 * FileFacts: a small language into which a source file is lowered, keeping only what can reach an analytics call:
 * values, calls, and the order and branching between them. JSON-serialisable; no TypeScript node survives.
 *
 * Names are resolved lexically: a reference is to a binding of the file by its index, or to a global by its name.
 */

/** Start and end offset in the file's text, in UTF-16 units. */
export type Range = readonly [start: number, end: number];

export type Expr =
  | { readonly k: 'literal'; readonly value: string | number | boolean | null | undefined; readonly at: Range }
  | { readonly k: 'template'; readonly parts: readonly (string | Expr)[]; readonly at: Range }
  | { readonly k: 'ref'; readonly binding: number; readonly at: Range }
  | { readonly k: 'global'; readonly name: string; readonly at: Range }
  | { readonly k: 'this'; readonly at: Range }
  | { readonly k: 'super'; readonly at: Range }
  | { readonly k: 'member'; readonly object: Expr; readonly key: string | Expr; readonly at: Range }
  | CallExpr
  /** `changes`: keys that its own methods assign, as `this.key`. */
  | { readonly k: 'object'; readonly entries: readonly Entry[]; readonly call: Range | null; readonly changes?: readonly string[]; readonly at: Range }
  | { readonly k: 'array'; readonly items: readonly Arg[]; readonly at: Range }
  | { readonly k: 'choice'; readonly op: ChoiceOp; readonly test: Expr; readonly then: Expr; readonly else: Expr; readonly at: Range }
  | { readonly k: 'binary'; readonly op: BinaryOp; readonly left: Expr; readonly right: Expr; readonly at: Range }
  | { readonly k: 'not'; readonly value: Expr; readonly at: Range }
  | { readonly k: 'assign'; readonly targets: readonly Target[]; readonly value: Expr; readonly at: Range }
  | { readonly k: 'function'; readonly id: number; readonly at: Range }
  | { readonly k: 'class'; readonly id: number; readonly at: Range }
  | { readonly k: 'jsx'; readonly tag: Expr | null; readonly props: readonly Entry[]; readonly at: Range }
  | { readonly k: 'module'; readonly specifier: string; readonly at: Range }
  | { readonly k: 'unknown'; readonly reason: string; readonly parts: readonly Expr[]; readonly at: Range };

export interface CallExpr {
  readonly k: 'call';
  readonly callee: Expr;
  readonly args: readonly Arg[];
  readonly isNew: boolean;
  /** The first type argument, where one stands: `createContext<T>()`, `inject<T>()`. */
  readonly typeArg: TypeRef | null;
  readonly at: Range;
}

export interface Arg {
  readonly value: Expr;
  readonly spread: boolean;
}

/** `choice` with `&&`, `||`, `??` has the left operand as its test, and only there: `then` of `||` and `??`, `else` of `&&` say nothing. */
export type ChoiceOp = '?:' | '&&' | '||' | '??';
export type BinaryOp = '+' | '===' | '!==' | 'in' | 'compare' | 'arithmetic' | 'other';

/** A property of an object literal: a key, a computed key, or a spread. `at`: where the key stands. */
export type Entry =
  | { readonly key: string | Expr; readonly value: Expr; readonly getter?: boolean; readonly at?: Range }
  | { readonly spread: Expr };

/** One step from a value into a part of it; `rest` is all but the keys named (or from an index on). */
export type Step = string | { readonly rest: readonly string[] | number };

/** A place that a pattern binds or assigns: a binding or a member, and the way to its value. */
export interface Target {
  readonly to: number | Expr;
  readonly path: readonly Step[];
  readonly fallback: Expr | null;
}

export type Stmt =
  | { readonly k: 'do'; readonly value: Expr }
  | { readonly k: 'bind'; readonly targets: readonly Target[]; readonly value: Expr | null; readonly type: TypeRef | null }
  | { readonly k: 'if'; readonly test: Expr; readonly then: readonly Stmt[]; readonly else: readonly Stmt[]; readonly at: Range }
  | { readonly k: 'loop'; readonly over: Expr | null; readonly targets: readonly Target[]; readonly keys: boolean; readonly body: readonly Stmt[] }
  | { readonly k: 'switch'; readonly value: Expr; readonly cases: readonly { readonly test: Expr | null; readonly body: readonly Stmt[] }[]; readonly at: Range }
  | { readonly k: 'try'; readonly body: readonly Stmt[]; readonly handler: readonly Stmt[]; readonly final: readonly Stmt[] }
  | { readonly k: 'return'; readonly value: Expr | null; readonly at: Range }
  | { readonly k: 'throw'; readonly value: Expr; readonly at: Range }
  | { readonly k: 'jump'; readonly how: 'break' | 'continue' }
  | { readonly k: 'block'; readonly body: readonly Stmt[] };

export interface Param {
  readonly targets: readonly Target[];
  readonly fallback: Expr | null;
  readonly rest: boolean;
  readonly type: TypeRef | null;
  readonly name: string;
  /** The field that a constructor's parameter property declares. */
  readonly field: string | null;
}

export interface FunctionFacts {
  readonly name: string;
  readonly params: readonly Param[];
  readonly body: readonly Stmt[];
  /** Arrow functions keep the `this` of their surroundings. */
  readonly arrow: boolean;
  /** The class whose method, constructor or accessor it is. */
  readonly ofClass: number | null;
  /** The function that contains it; the module body is function 0 and has none. */
  readonly parent: number | null;
  readonly returns: TypeRef | null;
  readonly at: Range;
}

export interface ClassFacts {
  readonly name: string;
  readonly extends: Expr | null;
  readonly implements: readonly TypeRef[];
  readonly constructorFn: number | null;
  readonly fields: readonly { readonly name: string; readonly value: Expr | null; readonly isStatic: boolean; readonly type: TypeRef | null }[];
  readonly methods: readonly { readonly name: string; readonly fn: number; readonly isStatic: boolean; readonly kind: 'method' | 'get' | 'set'; readonly isDecorated?: boolean }[];
  /** Field, or a part of one (`field.key`) → the methods (function ids) that assign it. */
  readonly assigned: Readonly<Record<string, readonly number[]>>;
  readonly isDecorated?: boolean;
  readonly parent: number;
  readonly at: Range;
}

/** The little of a type that can stand in where no value is known. */
export type TypeRef =
  | { readonly k: 'name'; readonly binding: number | null; readonly name: string; readonly member: string | null; readonly args: readonly TypeRef[] }
  | { readonly k: 'strings'; readonly values: readonly string[] }
  | { readonly k: 'literal'; readonly value: number | boolean }
  /** `unknown`: a member of a union that is none of these. */
  | { readonly k: 'primitive'; readonly type: 'string' | 'number' | 'boolean' | 'unknown' }
  /** `open`: it may have other members, too. */
  | { readonly k: 'object'; readonly members: Readonly<Record<string, { readonly type: TypeRef | null; readonly optional: boolean }>>; readonly open?: boolean }
  | { readonly k: 'union'; readonly of: readonly TypeRef[] }
  | { readonly k: 'intersection'; readonly of: readonly TypeRef[] }
  | { readonly k: 'array'; readonly of: TypeRef | null }
  /** The type of a member of a type; of any, for a null key. */
  | { readonly k: 'member'; readonly of: TypeRef; readonly key: string | null }
  | { readonly k: 'keyof'; readonly of: TypeRef | null }
  /** A template literal type; null for a part of which nothing is known. */
  | { readonly k: 'template'; readonly parts: readonly (string | TypeRef | null)[] }
  | { readonly k: 'typeof'; readonly binding: number | null; readonly path: readonly string[] }
  | { readonly k: 'function'; readonly returns: TypeRef | null };

export type Binding =
  | { readonly k: 'import'; readonly name: string; readonly specifier: string; readonly imported: string }
  | { readonly k: 'function'; readonly name: string; readonly fn: number }
  | { readonly k: 'class'; readonly name: string; readonly cls: number }
  | { readonly k: 'enum'; readonly name: string; readonly value: Expr }
  | { readonly k: 'type'; readonly name: string; readonly type: TypeRef; readonly extends: readonly TypeRef[] }
  | {
      readonly k: 'variable';
      readonly name: string;
      /** The function that declares it; 0 for module variables. */
      readonly owner: number;
      /** Functions that assign it after its declaration. */
      readonly assignedIn: readonly number[];
    };

export type Export =
  | { readonly k: 'binding'; readonly binding: number }
  | { readonly k: 'value'; readonly value: Expr }
  | { readonly k: 'from'; readonly specifier: string; readonly name: string };

/** An assignment to a member of what a name stands for: `name.key = …`, or `name.key.part = …`. */
export interface Change {
  /** The first two keys of the way; `*` for one that is computed. */
  readonly path: readonly string[];
  /** The function that assigns. */
  readonly fn: number;
}

export interface FileFacts {
  readonly path: string;
  readonly bindings: readonly Binding[];
  /** By binding, which of its members are assigned, and where. */
  readonly changes: Readonly<Record<number, readonly Change[]>>;
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  readonly exports: Readonly<Record<string, Export>>;
  /** Specifiers of `export * from`. */
  readonly stars: readonly string[];
  /** A tool wrote it, for the product to send the events of its plan: what its functions send, their callers send. */
  readonly isClient: boolean;
  /** Members that the file declares for types of frameworks: `declare module 'fastify' { interface FastifyInstance { … } }`. */
  readonly augments: Readonly<Record<string, TypeRef>>;
  /** Offsets at which lines start. */
  readonly lines: readonly number[];
  /** The first syntax error, if any: 1-based line, and what TypeScript says. */
  readonly problem: { readonly line: number; readonly message: string } | null;
}

import type { z } from 'zod';
import type { Call, Span } from '../link/call.ts';
import type { Plan, PlanPlace } from '../plan/model.ts';
import type { Sdk } from '../sdk/types.ts';

export { NAMED_BY_PACKAGE } from '../link/call.ts';
export type { Call, CallGroup, CallKeys, CallKind, KeyValue, MisplacedGroup, Span, ValueShape, ValueType } from '../link/call.ts';
export type { Plan, PlanEvent, PlanFault, PlanGroup, PlanPlace, PlanProperty, PlanType } from '../plan/model.ts';
export type { Sdk } from '../sdk/types.ts';

export type Severity = 'error' | 'warning';

/** How the project's configuration says that an SDK's events get their group: see design of group context. */
export type Destination = 'event' | 'session' | 'membership';

/** Whom the product identifies: each user, or one shared identity for each account or installation. */
export type Identity = 'user' | 'instance';

export interface Related {
  readonly place: Span | PlanPlace;
  readonly message: string;
}

export interface Report<MessageId extends string = string> {
  readonly place: Span | PlanPlace;
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly related?: readonly Related[];
  /** What the finding is about, independent of lines, e.g. the event's name: part of its fingerprint. */
  readonly subject: string;
  /** Ways to mend it that an editor may offer; each stands in the file of the place. */
  readonly suggest?: readonly Suggestion[];
}

/** An edit that somebody may choose: it changes what is sent. */
export interface Suggestion {
  /** What it does, as a sentence without its full stop. */
  readonly description: string;
  readonly edits: readonly TextEdit[];
}

/** Puts a text in the place of a file's from one 0-based offset to another. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All that a rule sees: the program's calls, the plan, its options. Never an AST, a file system or a process. */
export interface RuleContext<Options = unknown, MessageId extends string = string> {
  readonly calls: readonly Call[];
  readonly plan: Plan;
  readonly options: Options;
  /** As the configuration declares it, else the plan; null where neither does. */
  readonly identity: Identity | null;
  sdk(id: string): Sdk | undefined;
  /** The policy that holds for an SDK's events: from the configuration, else from the catalogue. */
  destination(sdk: string): Destination;
  report(report: Report<MessageId>): void;
}

export interface Rule<Options = unknown, MessageId extends string = string> {
  readonly id: string;
  readonly description: string;
  /** Severity in the `recommended` preset, or null where the rule is not in it. */
  readonly recommended: Severity | null;
  /** Severity in the `strict` preset, where that is another than in `recommended`. */
  readonly strict?: Severity;
  /** `file` rules judge one call at a time; `project` rules need the whole program; `plan` rules only the plan. */
  readonly scope: 'file' | 'project' | 'plan';
  /** The rule says nothing with the embedded plan, because it needs the product's own. */
  readonly needsOwnPlan?: boolean;
  readonly options: z.ZodType<Options>;
  /** Its reports may come with suggestions. */
  readonly suggests?: true;
  /** Message templates with `{{name}}` placeholders; each says what is wrong and what to do. */
  readonly messages: Readonly<Record<MessageId, string>>;
  check(context: RuleContext<Options, MessageId>): void;
}

/** Declares a rule, keeping the types of its options and messages. */
export function defineRule<Options, MessageId extends string>(rule: Rule<Options, MessageId>): Rule<Options, MessageId> {
  return rule;
}

/** A reported problem, ready for a formatter. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** Stable across moved lines: hash of rule, path, subject and ordinal. */
  readonly fingerprint: string;
  /** What the finding is about, and which of those with the same rule, file and subject it is, from 0. */
  readonly subject: string;
  readonly ordinal: number;
  readonly related: readonly { readonly file: string; readonly line: number; readonly message: string }[];
  readonly suggest?: readonly Suggestion[];
}

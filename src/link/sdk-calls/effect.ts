/** What reaches an SDK: one SDK call with the values of its arguments. */
import type { GroupSlot, SdkCallKind } from '../../sdk/types.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Place, Value } from '../values/value.ts';
import type { Declaration } from './wrapper-sdk.ts';

export interface EffectGroup {
  readonly form: GroupSlot['form'];
  readonly value: Value;
  /** What is written at this place, whether or not it is known what that is. */
  readonly written: Value;
  /** Whether the object in which it would stand, or what is spread into that, is not known. */
  readonly isUnseen: boolean;
  /** Whether what is not seen at this place counts only in a project that uses it. */
  readonly ifUsed: boolean;
  /** The level of an id, where its place says it. */
  readonly level?: string;
  /** True for a group that every call adds by itself. */
  readonly isAdded?: boolean;
}

export interface Effect {
  readonly kind: SdkCallKind;
  readonly sdk: string;
  readonly place: Place;
  /** The frame whose code holds the SDK call. */
  readonly frame: Frame;
  readonly name: Value | null;
  readonly properties: Value | null;
  readonly userId: Value | null;
  readonly traits: Value | null;
  readonly groupType: Value | null;
  readonly groupId: Value | null;
  readonly groups: readonly EffectGroup[];
  /** What stands at places where the SDK takes no group, by the path. */
  readonly misplaced?: readonly { readonly at: string; readonly value: Value }[];
  /** False for a group call that describes a group and makes it nobody's. */
  readonly attaches?: boolean;
  /** Whether the client is somebody else's: what reaches it is none of the product's own analytics. */
  readonly isBorrowed?: boolean;
  /** What requests of one pipeline have in common, for requests. */
  readonly endpoint?: string;
  /** True where the client is given code that may put groups on all that it sends. */
  readonly enriches?: boolean;
  /** For a call of a wrapper that the configuration declares. */
  readonly declaration?: Declaration;
}

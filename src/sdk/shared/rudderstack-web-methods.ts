/** Methods of RudderStack's browser clients: Segment's verbs without the object form. */
import type { Method } from '../types.ts';
import { segmentCalls } from './segment-web-methods.ts';

export const rudderstackWebMethods: Readonly<Record<string, Method>> = {
  ...segmentCalls,
  setCustomContext: { signatures: [{ kind: 'context', groups: [{ at: '0.groupId', form: 'id' }, { at: '0.account_id', form: 'id' }] }] },
  clearCustomContext: {},
  load: {},
  setAnonymousId: {},
  startSession: {},
  endSession: {},
  getUserId: {},
  getAnonymousId: {},
  getGroupId: {},
  getGroupTraits: {},
  push: {},
};

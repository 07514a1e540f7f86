import { describe, expect, it } from 'vitest';
import { eventsOf } from '../support/events.ts';

const TRACK = "const { PostHog } = require('posthog-node');\nconst client = new PostHog('key');\n";

describe('CommonJS modules', () => {
  it.each([
    ['a function', 'module.exports = function (event) { client.capture({ distinctId: "u", event }); };', "const track = require('./track');\ntrack('form.sent');"],
    ['a class', 'module.exports = class { track(event) { client.capture({ distinctId: "u", event }); } };', "const Tracker = require('./track');\nnew Tracker().track('form.sent');"],
    ['a client', 'module.exports = client;', "const client = require('./track');\nclient.capture({ distinctId: 'u', event: 'form.sent' });"],
    ['names', 'exports.track = exports.send = (event) => client.capture({ distinctId: "u", event });', "const { send } = require('./track');\nsend('form.sent');"],
    ['names assigned at once', 'Object.assign(module.exports, { track: (event) => client.capture({ distinctId: "u", event }) });', "const all = require('./track');\nall.track('form.sent');"],
  ])('export %s', (_, exports, use) => {
    expect(eventsOf({ 'track.js': TRACK + exports, 'use.js': use })).toEqual(['use.js:2 form.sent']);
  });

  it('export what they spread of others', () => {
    const files = {
      'track.js': `${TRACK}exports.track = (event) => client.capture({ distinctId: "u", event });`,
      'spread.js': "module.exports = { ...require('./track'), other: 1 };",
      'assign.js': "Object.assign(exports, require('./track'));",
      'one.js': "exports.note = require('./track').track;",
      'use.js': "require('./spread').track('form.sent');\nrequire('./assign').track('form.read');\nrequire('./one').note('form.noted');",
    };
    expect(eventsOf(files)).toEqual(['use.js:1 form.sent', 'use.js:2 form.read', 'use.js:3 form.noted']);
  });
});

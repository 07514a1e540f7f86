import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

const namesIn = (text: string): string[] => extract('src/a.tsx', text).functions.slice(1).map(({ name }) => name);

describe('names of functions', () => {
  it.each([
    ['const track = () => {};', ['track']],
    ['const track = function () {};', ['track']],
    ['const track = function send() {};', ['send']],
    ['const handlers = { open: () => {}, "double-click"() {} };', ['open', 'double-click']],
    ['exports.track = () => {};', ['track']],
    ['let track; track = () => {};', ['track']],
    ['class Tracker { send = () => {}; }', ['send']],
    ['const track = useCallback(() => {}, []);', ['track']],
    ['const Button = React.memo(() => {});', ['Button']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('a function that another one calls back is not named after the result', () => {
    expect(namesIn('const items = list.map(() => {});')).toEqual(['']);
  });
});

import { describe, expect, test } from 'vitest';
import type { PlanProperty } from '../../src/plan/model.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { FILE, problemsOf } from './problems.ts';

describe('a property within another', () => {
  test('has its own type, place and requirement', () => {
    expect(read(`{name: address, type: object, properties: [{name: city, type: string, required: true}]}`)).toMatchObject({
      type: 'object', properties: [{ name: 'city', type: 'string', required: true, place: { line: 1, column: 85 } }],
    });
  });

  test('makes an object of the one around it', () => {
    expect(read('{name: address, properties: {city: string, geo: {properties: [lat, lon]}}}')).toMatchObject({
      type: 'object', properties: [{ name: 'city', type: 'string' }, { name: 'geo', type: 'object', properties: [{ name: 'lat' }, { name: 'lon' }] }],
    });
  });

  test('is told with its place where it is wrong', () => {
    expect(problemsOf('events: [{name: a.b, properties: [{name: c, properties: [{name: d, type: strnig}]}]}]')).toEqual([
      '1:74 `type` must be one of string, integer, number, boolean, datetime, object, array, and is "strnig". Did you mean "string"?',
    ]);
    expect(problemsOf('events: [{name: a.b, properties: [{name: c, properties: d}]}]')[0]).toContain('`properties` must be a list.');
  });
});

describe('the elements of a list', () => {
  test.each([
    ['{name: c, type: array, items: {type: string, enum: [x]}}', { type: 'string', enum: ['x'] }],
    ['{name: c, items: text}', { type: 'string', enum: null }],
    ['{name: c, type: array, enum: [x, y]}', { type: null, enum: ['x', 'y'] }],
    ['{name: c, type: "int[]"}', { type: 'integer', enum: null }],
    ['{name: c, type: list of strings}', null],
    ['{name: c, type: array<Thing>}', null],
    ['{name: c, type: array, items: {properties: [{name: sku, required: true}]}}', { type: 'object', properties: [{ name: 'sku', required: true }] }],
  ])('are read from %s', (text, items) => {
    const property = read(text);
    expect(property).toMatchObject({ enum: null });
    if (items === null) expect(property?.items).toBeNull();
    else expect(property).toMatchObject({ type: 'array', items });
  });

  test('are told where they are wrong', () => {
    expect(problemsOf('events: [{name: a.b, properties: [{name: c, items: {tpye: string}}]}]')).toEqual(['1:53 `items` has no key "tpye". Did you mean `type`?']);
  });
});

function read(property: string): PlanProperty | undefined {
  return readPlan(FILE, `events: [{name: a.b, properties: [${property}]}]`).events[0]?.properties[0];
}

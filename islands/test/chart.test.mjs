import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sized, universal } from '../src/chart/spec.js';
import { coloured } from '../src/chart/theme.js';

test('a single view is given its width', () => {
  const { width, autosize } = sized({ mark: 'bar', width: 'container' }, 700);
  assert.equal(width, 700);
  assert.equal(autosize.type, 'fit-x');
});

test('the parts of a composition are given theirs', () => {
  const { vconcat } = sized({ vconcat: [{ mark: 'bar', width: 'container' }, { mark: 'tick', width: 90 }] }, 700);
  assert.deepEqual(vconcat.map(({ width }) => width), [580, 90]);
});

test('days are days in UTC', () => {
  const spec = { encoding: { x: { field: 'from', type: 'temporal' }, y: { field: 'n', type: 'quantitative' } } };
  assert.equal(universal(spec).encoding.x.scale.type, 'utc');
  assert.equal(universal(spec).encoding.y.scale, undefined);
});

test('time units too, once', () => {
  const spec = (timeUnit) => ({ layer: [{ encoding: { x: { type: 'temporal', timeUnit } } }] });
  for (const unit of ['yearmonth', 'utcyearmonth']) {
    assert.equal(universal(spec(unit)).layer[0].encoding.x.timeUnit, 'utcyearmonth');
  }
});

test('names of tokens become colours where a colour stands, and nowhere else', () => {
  const spec = { mark: { type: 'bar', color: 'accent' }, encoding: { text: { field: 'accent' }, color: { value: 'bad' } } };
  assert.deepEqual(coloured(spec, { accent: '#123456', bad: '#aa0000' }), {
    mark: { type: 'bar', color: '#123456' },
    encoding: { text: { field: 'accent' }, color: { value: '#aa0000' } },
  });
});

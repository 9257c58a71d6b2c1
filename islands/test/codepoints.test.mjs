import assert from 'node:assert/strict';
import { test } from 'node:test';
import { length, toCodePoints, toUnits } from '../src/codepoints.js';

const TEXTS = {
  plain: 'He said so.',
  emoji: 'One 😀 two 👩‍👩‍👧 three',
  flag: 'From 🇲🇰 to 🇧🇪',
  arabic: 'قال المتحدث إن «12» قتلوا',
  combining: 'Cafe\u0301 Zo\u0308e e\u0323\u0302',
  rare: '𠮷野家 said 𝒳',
  empty: '',
};

for (const [name, text] of Object.entries(TEXTS)) {
  const points = [...text];

  test(`${name}: as many code points as the string's iterator gives`, () => {
    assert.equal(length(text), points.length);
  });

  test(`${name}: every code point goes to UTF-16 and back`, () => {
    for (let at = 0; at <= points.length; at += 1) {
      const units = toUnits(text, at);
      assert.equal(text.slice(0, units), points.slice(0, at).join(''));
      assert.equal(toCodePoints(text, units), at);
    }
  });
}

test('half of a pair is not begun', () => {
  assert.equal(toCodePoints('a😀b', 2), 1);
});

test('a lone half counts as one, as it does in Python', () => {
  assert.equal(toCodePoints('a\ud83db', 3), 3);
});

test('offsets beyond the end stay at the end', () => {
  assert.equal(toCodePoints('a😀', 99), 2);
  assert.equal(toUnits('a😀', 99), 3);
});

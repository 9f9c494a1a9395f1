import { describe, expect, it } from 'vitest';

import { isStaff, ROLES } from '../../../../src/domain/people/people-schema.js';
import { userName } from '../../../../src/domain/people/user-name.js';

describe('a person', () => {
  it.each([
    ['Ada', 'Lovelace', 'Ada Lovelace'],
    [' Ada ', '', 'Ada'],
    ['', 'Lovelace', 'Lovelace'],
    ['', ' \u200b', 'u1'],
    ['عائشة', 'ⵎⴰⵣⵉⵖ', 'عائشة ⵎⴰⵣⵉⵖ'],
  ])('called %j %j is listed as %s', (firstName, lastName, name) => {
    expect(userName({ id: 'u1', firstName, lastName })).toBe(name);
  });

  it('organizes in every role but that of a volunteer', () => {
    expect(ROLES.filter((role) => !isStaff(role))).toEqual(['volunteer']);
  });
});

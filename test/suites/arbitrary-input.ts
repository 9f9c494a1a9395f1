import * as fc from 'fast-check';
import type * as z from 'zod/mini';

import type { Operation } from '../../src/contract/operation.js';

interface Check {
  readonly _zod: { readonly def: Readonly<Record<string, unknown>> & { readonly check: string } };
}

interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly Check[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
}

export type Schema = z.core.$ZodType & { readonly _zod: { readonly def: Definition } };

const AWKWARD = ['', ' ', '0', 'true', 'a&b=c?d#e%', '../..', '\u202eabc', '👩🏽‍🌾', 'null', '"', '\u0000'];

/** Values to take instead of those that a schema alone would give; `name` is the member that holds them. */
export type Instead = (schema: Schema, name: string) => fc.Arbitrary<unknown> | undefined;

const nothingElse: Instead = () => undefined;

/** Inputs that an operation takes, from its own schema. */
export const arbitraryInput = (operation: Operation, instead?: Instead): fc.Arbitrary<object> =>
  (arbitrary(operation.input as unknown as Schema, instead) as fc.Arbitrary<object>).filter(
    (input) => operation.input.safeParse(input).success,
  );

/** Values of one schema; refinements are not looked at. */
export function arbitrary(schema: Schema, instead: Instead = nothingElse, name = ''): fc.Arbitrary<unknown> {
  const other = instead(schema, name);
  if (other !== undefined) return other;
  const { def } = schema._zod;
  const go = (part: Schema) => arbitrary(part, instead, name);
  switch (def.type) {
    case 'string':
      return arbitraryString(def);
    case 'number':
      return fc.integer({ min: 1, max: 100 });
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'optional':
    case 'default':
      return go(def.innerType!);
    case 'nullable':
      return fc.option(go(def.innerType!), { nil: null });
    case 'array':
      return fc.array(go(def.element!), { minLength: limitOf(def, 'min_length') ?? 0, maxLength: 3 });
    case 'union':
      return fc.oneof(...(def.options ?? []).map(go));
    case 'record':
      return fc.dictionary(go(def.keyType!) as fc.Arbitrary<string>, go(def.valueType!), { maxKeys: 3 });
    case 'object':
      return arbitraryObject(def.shape ?? {}, instead);
    default:
      throw new Error(`No inputs are made for ${def.type} yet.`);
  }
}

function arbitraryObject(shape: Readonly<Record<string, Schema>>, instead: Instead): fc.Arbitrary<object> {
  const required = Object.keys(shape).filter(
    (key) => !['optional', 'default'].includes(shape[key]!._zod.def.type),
  );
  const members = Object.fromEntries(
    Object.entries(shape).map(([key, member]) => [key, arbitrary(member, instead, key)]),
  );
  return fc.record(members, { requiredKeys: required, noNullPrototype: true });
}

function arbitraryString(def: Definition): fc.Arbitrary<string> {
  if (def.format === 'datetime')
    return fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  const pattern = findCheck(def, 'string_format')?.['pattern'];
  if (pattern instanceof RegExp) return fc.stringMatching(pattern);
  if (findCheck(def, 'custom') !== undefined) return fc.oneof(fc.constant(''), fc.webUrl());
  return fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: limitOf(def, 'max_length') ?? 30, size: 'small' }),
    fc.constantFrom(...AWKWARD),
  );
}

const findCheck = (def: Definition, name: string) =>
  def.checks?.find((check) => check._zod.def.check === name)?._zod.def;

const limitOf = (def: Definition, name: string): number | undefined => {
  const found = findCheck(def, name);
  return (found?.['minimum'] ?? found?.['maximum']) as number | undefined;
};

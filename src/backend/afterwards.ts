/**
 * An answer that is only made once the transaction has landed: a refusal that must leave something behind, such as a
 * wrong attempt that counts, or what must not happen twice or inside, such as signing.
 */
export class Afterwards<T> {
  constructor(readonly answer: () => T | Promise<T>) {}
}

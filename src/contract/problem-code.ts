/** Every problem that a backend may answer, with its HTTP status. */
export const PROBLEM_STATUS = {
  'invalid-input': 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  'transition-refused': 409,
  'version-conflict': 412,
  'version-required': 428,
  'key-required': 400,
  'key-reused': 422,
  'in-progress': 409,
  'too-large': 413,
  'rate-limited': 429,
  unsupported: 501,
  unavailable: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]];

/** Problems that any operation may answer. */
export const COMMON_PROBLEMS = [
  'invalid-input',
  'unauthenticated',
  'forbidden',
  'too-large',
  'rate-limited',
  'unsupported',
  'unavailable',
  'internal',
] as const satisfies readonly ProblemCode[];

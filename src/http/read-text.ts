import { HttpRefusal } from './http-refusal.js';

/** The most pieces that a body may come in: each costs time, also where it holds one byte. */
const PIECES_LIMIT = 4096;

/**
 * The text in a request's body. No more of it is read than may be there.
 *
 * @param limit - The most bytes that are read, whatever the request says of its length.
 * @throws HttpRefusal 413 beyond the limit, or in too many pieces; 400 for what is not UTF-8 or was cut off.
 */
export async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = new HttpRefusal(413, 'too large', 'too-large');
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge;
  const reader = request.body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, size] = ['', 0];
  try {
    for (let pieces = 1; ; pieces += 1) {
      const chunk = await reader?.read();
      if (chunk?.value === undefined) return text + decoder.decode();
      size += chunk.value.byteLength;
      if (size > limit || pieces > PIECES_LIMIT) throw tooLarge;
      text += decoder.decode(chunk.value, { stream: true });
    }
  } catch (error) {
    // Nobody waits for the rest to be thrown away.
    void reader?.cancel().catch(() => undefined);
    throw error instanceof HttpRefusal ? error : new HttpRefusal(400, 'not UTF-8', 'invalid-input');
  }
}

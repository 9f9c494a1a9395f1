/** A QR code as one path on a square grid; `size` modules, the quiet zone around it included. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/** The quiet zone that readers need on every side, in modules. */
const QUIET = 4;

/**
 * Draws a QR code on this device. The code that does it is loaded when it is first needed.
 *
 * @throws Where that code does not arrive, or the text is too long for any QR code (about 2,900 characters).
 */
export async function drawQr(text: string): Promise<QrDrawing> {
  const { correction, generate } = await import('lean-qr');
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y) || code.get(x - 1, y)) continue;
      let width = 1;
      while (code.get(x + width, y)) width += 1;
      path += `M${String(x + QUIET)} ${String(y + QUIET)}h${String(width)}v1h-${String(width)}z`;
    }
  }
  return { size: code.size + 2 * QUIET, path };
}

const nextFrame = () => new Promise((settle) => requestAnimationFrame(settle));

/** Every element below a node, through shadow roots. */
export function* everyElement(node: ParentNode): Generator<Element> {
  for (const element of node.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot !== null) yield* everyElement(element.shadowRoot);
  }
}

const isBusy = (node: ParentNode): boolean => {
  for (const element of everyElement(node)) {
    if (element.getAttribute('aria-busy') === 'true') return true;
  }
  return false;
};

/**
 * Waits until nothing below a node says that it is busy, and what was loaded has been rendered.
 *
 * @throws When it is still busy after so many frames.
 */
export async function settled(node: ParentNode, frames = 300): Promise<void> {
  for (let calm = 0, frame = 0; calm < 4; frame += 1) {
    if (frame > frames) throw new Error('Still loading.');
    await nextFrame();
    calm = isBusy(node) ? 0 : calm + 1;
  }
}

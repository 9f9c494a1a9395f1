import { expect } from '@open-wc/testing';
import type axeCore from 'axe-core';
import 'axe-core';
import { nothing, render } from 'lit';
import { stories } from 'virtual:stories';

import { settled } from '../harness/settled.js';
import { readStories } from '../harness/story-file.js';

/** What axe leaves behind: it is a script of the old kind, which exports nothing to modules. */
const { axe } = globalThis as unknown as { readonly axe: typeof axeCore };

const page = document.createElement('main');
document.body.append(page);
// The canvas behind a page is dark without any element being so: axe only sees elements.
document.body.style.background = 'Canvas';

const explain = (results: axeCore.AxeResults): string[] =>
  results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
  );

const files = await Promise.all(
  Object.entries(stories).map(async ([path, load]) => ({ path, stories: readStories(await load()) })),
);

describe('every story', () => {
  afterEach(() => render(nothing, page));

  it('is found', () => {
    expect(files).to.not.be.empty;
  });

  for (const { path, stories: inFile } of files) {
    describe(path, () => {
      for (const story of inFile) {
        it(`${story.id} comes to rest and breaks no rule of accessibility, light and dark`, async function () {
          this.timeout(30_000);
          for (const scheme of ['light', 'dark']) {
            document.documentElement.style.colorScheme = scheme;
            render(nothing, page);
            render(story.template(), page);
            if (story.parameters.keepsLoading !== true) await settled(page);
            await story.play({ canvasElement: page });
            const except = Object.fromEntries(
              (story.parameters.axeExcept ?? []).map((id) => [id, { enabled: false }]),
            );
            const results = await axe.run(page, { resultTypes: ['violations'], rules: except });
            expect(explain(results), scheme).to.deep.equal([]);
          }
        });
      }
    });
  }
});

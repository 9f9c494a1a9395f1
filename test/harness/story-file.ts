/** What a story file exports, as far as tests look at it (Component Story Format 3). */
export interface Meta {
  readonly title?: string;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly render?: (args: Readonly<Record<string, unknown>>) => unknown;
  readonly parameters?: Parameters;
}

export interface Parameters {
  /** True where a story never comes to rest on purpose, such as one that shows loading. */
  readonly keepsLoading?: boolean;
  /** Axe rules that a story breaks on purpose, each with its reason beside it. */
  readonly axeExcept?: readonly string[];
}

export interface Story extends Meta {
  readonly name?: string;
  readonly play?: (context: { readonly canvasElement: HTMLElement }) => Promise<void> | void;
}

export interface NamedStory {
  readonly id: string;
  readonly parameters: Parameters;
  readonly template: () => unknown;
  readonly play: NonNullable<Story['play']>;
}

/** The stories of one file, each ready to render. */
export function readStories(file: Readonly<Record<string, unknown>>): NamedStory[] {
  const { default: meta, ...stories } = file as { default: Meta } & Record<string, Story>;
  return Object.entries(stories).map(([name, story]) => {
    const render = story.render ?? meta.render;
    if (render === undefined) throw new Error(`${meta.title ?? '?'} / ${name} has nothing to render`);
    return {
      id: `${meta.title ?? '?'} / ${name}`,
      parameters: { ...meta.parameters, ...story.parameters },
      template: () => render({ ...meta.args, ...story.args }),
      play: story.play ?? (() => undefined),
    };
  });
}

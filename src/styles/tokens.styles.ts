import { css } from 'lit';

/**
 * What every element looks like where a page says nothing else. Each `--gs-…` property is the page's to set, anywhere
 * above the element; each `--_…` is the value that our own sheets use. Light and dark follow the computed `color-scheme`.
 * Text colours keep at least 4.5:1 on every surface, borders of controls 3:1.
 */
export const tokens = css`
  :host {
    --_font: var(
      --gs-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      Arial,
      sans-serif
    );
    --_text-size: var(--gs-text-size, 1rem);
    --_leading: var(--gs-leading, 1.55);
    --_accent: var(--gs-accent, light-dark(#0b6554, #63d4bd));
    --_accent-strong: var(--gs-accent-strong, light-dark(#084c3f, #8ae6d2));
    --_accent-soft: var(--gs-accent-soft, light-dark(#e3f2ee, #17352f));
    --_on-accent: var(--gs-on-accent, light-dark(#ffffff, #05201a));
    --_surface: var(--gs-surface, light-dark(#ffffff, #161c1c));
    --_surface-sunken: var(--gs-surface-sunken, light-dark(#f3f6f5, #101515));
    --_surface-raised: var(--gs-surface-raised, light-dark(#ffffff, #1d2525));
    --_text: var(--gs-text, light-dark(#18211f, #e9efed));
    --_text-muted: var(--gs-text-muted, light-dark(#53605d, #a7b4b1));
    --_border: var(--gs-border, light-dark(#dbe2e0, #303b3a));
    --_control-border: var(--gs-control-border, light-dark(#75837f, #7d8d8a));
    --_danger: var(--gs-danger, light-dark(#ab2319, #ff9f96));
    --_danger-soft: var(--gs-danger-soft, light-dark(#fdecea, #3b1b19));
    --_success: var(--gs-success, light-dark(#176a3a, #85dba6));
    --_success-soft: var(--gs-success-soft, light-dark(#e6f4eb, #17321f));
    --_warning: var(--gs-warning, light-dark(#7a4b00, #f0c06a));
    --_warning-soft: var(--gs-warning-soft, light-dark(#fff3dc, #3a2a0d));
    --_focus: var(--gs-focus, light-dark(#0b57d0, #a8c7fa));
    --_radius: var(--gs-radius, 0.75rem);
    --_radius-small: var(--gs-radius-small, 0.5rem);
    --_space: var(--gs-space, 1rem);
    --_shadow: var(
      --gs-shadow,
      0 1px 2px light-dark(rgb(16 32 28 / 8%), rgb(0 0 0 / 40%)),
      0 6px 20px light-dark(rgb(16 32 28 / 6%), rgb(0 0 0 / 30%))
    );
    --_motion: var(--gs-motion, 160ms);
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
`;

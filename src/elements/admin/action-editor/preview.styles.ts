import { css } from 'lit';

/** The picture with its focal point, the save bar, and the preview beside the form. */
export const styles = css`
  .picture {
    display: grid;
    gap: var(--_space);
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    align-items: center;
  }

  .frame {
    position: relative;
    overflow: hidden;
    border-radius: var(--_radius-small);
    background: var(--_surface-sunken);
    cursor: crosshair;
  }

  .frame img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-block-size: 16rem;
    object-fit: fill;
  }

  .frame .focus {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }

  .focus circle {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 4;
  }

  .focus .halo {
    stroke: var(--_surface);
    stroke-width: 3;
  }

  .field .slider {
    display: grid;
    font-size: 0.9375em;
    font-weight: 400;
  }

  .slider input[type='range'] {
    min-block-size: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--_accent);
  }

  label.button:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  label.button.disabled {
    display: none;
  }

  .save-bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.75rem calc(var(--_space) * 1.25);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .saving {
    flex: 1 1 12rem;
    color: var(--_text-muted);
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .saving.failed {
    color: var(--_danger);
    font-weight: 600;
  }

  .preview {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .switches {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .segmented {
    display: inline-flex;
    padding: 0.1875rem;
    border-radius: 999px;
    background: var(--_surface-sunken);
  }

  .segmented label {
    position: relative;
    display: inline-flex;
  }

  .segmented input[type='radio'] {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .segmented span {
    padding: 0.25rem 0.875rem;
    border: 1px solid transparent;
    border-radius: 999px;
    font-size: 0.9375em;
    font-weight: 600;
  }

  .segmented input:checked + span {
    border-color: var(--_border);
    background: var(--_surface-raised);
    color: var(--_accent-strong);
    box-shadow: var(--_shadow);
  }

  .segmented input:focus-visible + span {
    outline: 3px solid var(--_focus);
    outline-offset: 1px;
  }

  .stage {
    overflow: hidden;
    padding: var(--_space);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
  }

  .device {
    inline-size: 100%;
    max-inline-size: 360px;
    margin-inline: auto;
  }

  .device.desktop {
    inline-size: 720px;
    max-inline-size: none;
    margin-inline: 0;
    zoom: 0.5;
  }

  .preview .hint {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }

  @media (forced-colors: active) {
    .segmented input:checked + span {
      border-color: Highlight;
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @container (inline-size >= 46rem) {
    .layout {
      grid-template-columns: minmax(0, 1fr) 25rem;
    }

    .preview {
      position: sticky;
      inset-block-start: 1rem;
    }
  }

  @media print {
    .preview,
    .save-bar {
      display: none;
    }
  }
`;

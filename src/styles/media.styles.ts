import { css } from 'lit';

/** A picture in a frame whose shape is known before the picture arrives. */
export const mediaFrame = css`
  .media {
    position: relative;
    display: grid;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    background: var(--_surface-sunken);
  }

  .media img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    object-position: var(--_x, 50%) var(--_y, 50%);
  }

  .keep-left {
    --_x: 0%;
  }

  .keep-right {
    --_x: 100%;
  }

  .keep-top {
    --_y: 0%;
  }

  .keep-bottom {
    --_y: 100%;
  }

  .drawn {
    place-items: center;
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  .drawn .kind-icon {
    inline-size: 3rem;
    block-size: 3rem;
    opacity: 0.8;
  }
`;

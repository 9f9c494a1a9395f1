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
  }

  .keep-left {
    object-position: left;
  }

  .keep-right {
    object-position: right;
  }

  .keep-top {
    object-position: top;
  }

  .keep-bottom {
    object-position: bottom;
  }

  .keep-left.keep-top {
    object-position: left top;
  }

  .keep-left.keep-bottom {
    object-position: left bottom;
  }

  .keep-right.keep-top {
    object-position: right top;
  }

  .keep-right.keep-bottom {
    object-position: right bottom;
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

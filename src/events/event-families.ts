/** Before a side effect that a host may want to stop or replace: call `preventDefault()`. */
export class RequestEvent<Detail> extends CustomEvent<Detail> {
  constructor(name: string, detail: Detail) {
    super(name, { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/** After the truth changed. */
export class FactEvent<Detail> extends CustomEvent<Detail> {
  constructor(name: string, detail: Detail) {
    super(name, { detail, bubbles: true, composed: true });
  }
}

/** Dispatches an event; false where a host has cancelled it. */
export const emit = (target: EventTarget, event: Event): boolean => target.dispatchEvent(event);

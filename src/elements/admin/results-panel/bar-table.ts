import { html, nothing, svg, type TemplateResult } from 'lit';

interface Column {
  readonly label: string;
  readonly isNumber?: boolean;
}

interface BarTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly unknown[];
    /** How long the bar is, and how long it could be. */
    readonly bar: readonly [value: number, most: number];
  }[];
}

/** A table whose rows are also bars, so that the same thing can be seen and read. */
export const barTable = ({ caption, columns, rows }: BarTable): TemplateResult =>
  html`<div class="table" role="region" aria-label=${caption} tabindex="0">
    <table part="table">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(
            ({ label, isNumber }) =>
              html`<th scope="col" class=${isNumber ? 'number' : nothing}>${label}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, cells, bar }) =>
            html`<tr>
              <th scope="row">
                ${name}
                <svg
                  class="bar"
                  viewBox="0 0 ${Math.max(bar[1], 1)} 1"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  ${svg`<rect width=${bar[0]} height="1"></rect>`}
                </svg>
              </th>
              ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

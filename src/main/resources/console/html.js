// The one place that names the template library.
export { html, svg, nothing, render } from '/lib/lit-html/lit-html.js';
export { repeat } from '/lib/lit-html/directives/repeat.js';

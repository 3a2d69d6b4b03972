import type { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

/** Parts that the log-in and the first page of a wizard are made of, and what these have in common (docs/adr/0067). */
const FIRST_PAGES =
  /node_modules\/(lit|lit-html|lit-element|@lit|@open-wc|@vaadin\/(a11y-base|component-base|field-base|input-container|text-field|text-area|number-field|integer-field|password-field|checkbox|checkbox-group|radio-group|progress-bar|notification|button|vaadin-themable-mixin))\//;

const customConfig: UserConfigFn = () => ({
  build: {
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first-pages', test: FIRST_PAGES }] } } },
  },
});

export default overrideVaadinConfig(customConfig);

/**
 * Keeps what is typed into the steps of a page until the server has it: a server that ends before takes its page with it,
 * which begins anew with what is stored. What was typed last is put into the fields again then, as if it were typed now. It
 * stays in this tab, belongs to one account, and holds no secret: fields for these are not among those that are looked at.
 */

type Field = HTMLElement & { value: string; label?: string };
type Typed = { value: string; sent: boolean };
type Kept = Record<string, Typed>;

const FIELDS = 'vaadin-text-field, vaadin-text-area, vaadin-email-field, vaadin-number-field, vaadin-integer-field';

/** Within this time after an answer a page begins anew, if that is what the answer tells it. */
const SETTLED_MS = 2000;

declare global {
  interface Window {
    gangwayKeepTyped(step: HTMLElement, owner: string): void;
  }
}

const PLACES = 'gangway.typed:';

let place = '';
let isListening = false;

const read = (from: string): Kept => JSON.parse(sessionStorage.getItem(from) ?? '{}');

function write(to: string, kept: Kept) {
  if (Object.keys(kept).length === 0) {
    sessionStorage.removeItem(to);
  } else {
    sessionStorage.setItem(to, JSON.stringify(kept));
  }
}

/** The fields of a step by its heading and their labels; of several alike by which of them it is. */
function named(step: HTMLElement): Map<string, Field> {
  const heading = step.querySelector('h1, h2')?.textContent ?? '';
  const fields = new Map<string, Field>();
  for (const field of step.querySelectorAll<Field>(FIELDS)) {
    let name = `${heading}/${field.label ?? ''}`;
    while (fields.has(name)) {
      name += '+';
    }
    fields.set(name, field);
  }
  return fields;
}

function keep(step: HTMLElement, event: Event) {
  const target = (event.target as HTMLElement).closest<Field>(FIELDS);
  for (const [name, field] of named(step)) {
    if (field === target) {
      write(place, { ...read(place), [name]: { value: field.value, sent: event.type === 'change' } });
    }
  }
}

function restore(step: HTMLElement) {
  const kept = read(place);
  for (const [name, field] of named(step)) {
    const typed = kept[name];
    if (typed && typed.value !== field.value) {
      // The server is told of changes to the field that somebody is in.
      field.toggleAttribute('focused', true);
      field.value = typed.value;
      field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
      field.toggleAttribute('focused', false);
    }
  }
}

/** The server has what was sent before it answered, on this page and on those before it, unless this one is about to begin anew. */
function settle() {
  for (const each of Object.keys(sessionStorage).filter((key) => key.startsWith(PLACES))) {
    const answered = read(each);
    const isSettled = ([name, it]: [string, Typed]) => answered[name]?.sent && answered[name].value === it.value;
    setTimeout(() => {
      write(each, Object.fromEntries(Object.entries(read(each)).filter((kept) => !isSettled(kept))));
    }, SETTLED_MS);
  }
}

function listen() {
  const connection = (window as any).Vaadin?.connectionState;
  if (!isListening && connection) {
    isListening = true;
    connection.addStateChangeListener((before: string, now: string) => {
      if (before === 'loading' && now === 'connected') {
        settle();
      }
    });
  }
}

window.gangwayKeepTyped = (step, owner) => {
  place = `${PLACES}${owner}:${location.pathname}`;
  listen();
  step.addEventListener('input', (event) => keep(step, event));
  step.addEventListener('change', (event) => keep(step, event));
  restore(step);
};
export {};

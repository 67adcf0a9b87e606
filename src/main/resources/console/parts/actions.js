// What an analyst may do: pin, release, silence, note. Each has a reason, is shown whole before it acts, and is in the audit list.
import { html, nothing, render } from '../html.js';
import { openSession, post, Refused, token } from '../api.js';
import { LEVELS } from '../store.js';

const HOUR = 3_600_000;
const ACTOR = 'tocsin.actor';

const KINDS = {
  PIN: { title: 'Pin a level', verb: 'Pin', needs: ['level', 'until'], says: 'The level stays there until then, whatever is reported or declared. The assessment goes on underneath.' },
  RELEASE: { title: 'Release the pin', verb: 'Release', needs: [], says: 'The level is again what official word and reports make it.' },
  SILENCE: { title: 'Silence', verb: 'Silence', needs: ['until'], says: 'Rises are not told to webhooks until then. The level is not touched.' },
  NOTE: { title: 'Add a note', verb: 'Add', needs: [], says: 'Recorded and shown. The level is not touched.' },
};

/** Buttons for one subject; `done` is called with the control that was taken. */
export function actions(change, name, done) {
  const kinds = Object.keys(KINDS).filter((kind) => (kind === 'RELEASE' ? change?.held === 'PINNED' : true));
  return html`<div class="actions">${kinds.map((kind) => html`<button type="button" @click=${() => ask(kind, change, name, done)}>${KINDS[kind].title}</button>`)}</div>`;
}

function ask(kind, change, name, done) {
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  const state = { control: null, message: '' };

  const draw = () => render(state.control ? confirmation() : form(), dialog);

  const form = () => html`<form @submit=${review} aria-labelledby="act">
    <h2 id="act">${KINDS[kind].title}: ${name}</h2>
    <p class="muted">${KINDS[kind].says}</p>
    ${KINDS[kind].needs.includes('level') ? html`<label>Level <select name="level">${LEVELS.map((l) => html`<option ?selected=${l === change.level}>${l}</option>`)}</select></label>` : nothing}
    ${KINDS[kind].needs.includes('until') ? html`<label>Until (UTC) <input type="datetime-local" name="until" required .value=${inHours(24)}></label>` : nothing}
    <label>Reason <textarea name="reason" required maxlength="2000" rows="3"></textarea></label>
    <label>Your name <input type="text" name="actor" required maxlength="200" .value=${localStorage.getItem(ACTOR) ?? ''}></label>
    <label>Token with the scope control, where the server asks for one <input type="password" name="token" autocomplete="off" .value=${token()}></label>
    ${buttons('Review')}</form>`;

  const confirmation = () => html`<form @submit=${act} aria-labelledby="act">
    <h2 id="act">${KINDS[kind].verb}?</h2>
    <p><b>${name}</b>${state.control.level ? html` stays at <b>${state.control.level}</b>` : nothing}${state.control.until ? html` until <b>${state.control.until}</b>` : nothing}.</p>
    <p>“${state.control.reason}” — ${state.control.actor}</p>
    <p class="notice bad" role="alert" ?hidden=${!state.message}>${state.message}</p>
    ${buttons(KINDS[kind].verb)}</form>`;

  const buttons = (label) => html`<p><button class="main">${label}</button> <button type="button" @click=${() => dialog.close()}>Cancel</button></p>`;

  function review(event) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    localStorage.setItem(ACTOR, given.actor);
    state.token = given.token;
    state.control = {
      id: crypto.randomUUID(), type: kind, entity: change.entity, region: change.region, at: new Date().toISOString(),
      actor: given.actor.trim(), reason: given.reason.trim(),
      ...(given.level ? { level: given.level } : {}),
      ...(given.until ? { until: `${given.until}:00Z` } : {}),
    };
    draw();
    dialog.querySelector('button.main').focus();
  }

  async function act(event) {
    event.preventDefault();
    try {
      if (state.token && state.token !== token()) await openSession(state.token);
      await post('/controls', state.control);
      dialog.close();
      done(state.control);
    } catch (error) {
      state.message = error instanceof Refused && error.status === 401 ? 'A token with the scope control is needed: cancel, and give one.' : error.message;
      draw();
    }
  }

  draw();
  dialog.showModal();
}

const inHours = (hours) => new Date(Date.now() + hours * HOUR).toISOString().slice(0, 16);

// The table of what every version of OpenMetadata makes of the person. It decides nothing.
import { element } from './view.js';

const KINDS = [['public', 'Public client'], ['confidential', 'Confidential client']];
const ROWS = [
  ['Username', (user) => user.username],
  ['E-mail', (user) => user.email],
  ['Display name', (user) => user.displayName],
  ['Teams', (user) => user.teams.join(', ')],
  ['Roles', (user) => user.roles.join(', ')],
  ['Administrator', (user) => (user.isAdmin ? 'yes' : 'no')],
];
const NAMES = { 1.9: '1.9 to 1.13' };

/** What people call a band. */
export function versionName(text) {
  return NAMES[text] ?? text;
}

/** Shows the predictions; here is the version and the client of this sample's session. */
export function showVersions(predictions, here) {
  const parts = KINDS.flatMap(([kind, title]) => {
    const isHere = (each) => kind === here.client && each.version === here.version;
    return [table(title, predictions[kind], isHere), limits(title, predictions[kind])];
  });
  element('versions').querySelectorAll('.of-a-client').forEach((old) => old.remove());
  element('versions').append(...parts);
  element('versions').hidden = false;
}

function table(title, versions, isHere) {
  const made = document.createElement('table');
  made.className = 'versions';
  made.createCaption().textContent = title;
  const head = made.createTHead().insertRow();
  head.append(headCell('col', ''), ...versions.map((each) => version(each, isHere(each))));
  const body = made.createTBody();
  ROWS.forEach(([name, text], index) => {
    const row = body.insertRow();
    row.append(headCell('row', name));
    versions.forEach((each) => addCell(row, each, { text, index, here: isHere(each) }));
  });
  return scrolling(made, title);
}

function version(each, here) {
  const cell = headCell('col', nameOf(each));
  cell.classList.toggle('here', here);
  if (here) {
    const note = document.createElement('span');
    note.className = 'visually-hidden';
    note.textContent = ' (this sample)';
    cell.append(note);
  }
  return cell;
}

// A refusal takes the place of all values of its version.
function addCell(row, each, { text, index, here }) {
  if (each.status !== undefined) {
    if (index === 0) {
      refuse(row.insertCell(), each);
    }
    return;
  }
  const cell = row.insertCell();
  const value = text(each);
  cell.append(...breakable(value || 'none'));
  cell.classList.toggle('none', value === '');
  cell.classList.toggle('here', here);
}

// An address is broken after its '@' before it is broken anywhere.
function breakable(text) {
  const [local, ...domain] = text.split('@');
  return domain.length === 0
    ? [text]
    : [`${local}@`, document.createElement('wbr'), domain.join('@')];
}

function refuse(cell, { status, message }) {
  cell.rowSpan = ROWS.length;
  cell.className = 'refused';
  const strong = document.createElement('strong');
  strong.textContent = `Refused, ${status}`;
  cell.append(strong, message);
}

function headCell(scope, text) {
  const cell = document.createElement(text === '' ? 'td' : 'th');
  if (text !== '') {
    cell.scope = scope;
    cell.textContent = text;
  }
  return cell;
}

function scrolling(content, title) {
  const region = document.createElement('div');
  region.className = 'scroll of-a-client';
  region.role = 'region';
  region.ariaLabel = `${title}: what each version makes of you`;
  region.tabIndex = 0;
  region.append(content);
  return region;
}

function limits(title, versions) {
  const details = document.createElement('details');
  details.className = 'limits of-a-client';
  const summary = document.createElement('summary');
  summary.textContent = `${title}: what OpenMetadata does not take over or back`;
  const list = document.createElement('dl');
  versions.forEach((each) => {
    const term = document.createElement('dt');
    term.textContent = nameOf(each);
    list.append(term, ...each.limits.map(sentence));
  });
  details.append(summary, list);
  return details;
}

function sentence(text) {
  const item = document.createElement('dd');
  item.textContent = text;
  return item;
}

function nameOf({ version: text }) {
  return versionName(text);
}

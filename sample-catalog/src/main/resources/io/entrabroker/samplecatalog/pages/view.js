// What the page shows; it decides nothing.
const CLAIMS_OF_INTEREST = [
  'preferred_username', 'email', 'email_verified', 'name', 'given_name', 'family_name', 'roles',
  'groups', 'sub', 'oid', 'tid', 'iss', 'aud',
];
const TIMES = ['exp', 'iat', 'nbf', 'auth_time'];

export const element = (id) => document.getElementById(id);

/** Shows the catalog's user and the claims of the session's token. */
export function showUser(user, session, { way, renewals, bearer }) {
  document.title = 'Signed in – Sample catalog';
  ['username', 'email', 'displayName', 'teams', 'roles', 'isAdmin'].forEach((id) => {
    fill(id, texts(user)[id]);
  });
  element('initials').textContent = initials(user.displayName || user.name);
  element('way').textContent = way;
  element('expires').textContent = new Date(session.claims.exp * 1000).toLocaleTimeString();
  element('renewals').textContent = String(renewals);
  element('bearer').textContent = bearer;
  element('claims').tBodies[0].replaceChildren(...inOrder(session.claims).map(claimRow));
  show('signed-in');
}

function texts(user) {
  const names = (references) => references.map((each) => each.name).join(', ');
  return {
    username: user.name,
    email: user.email,
    displayName: user.displayName,
    teams: names(user.teams),
    roles: names(user.roles),
    isAdmin: user.isAdmin ? 'yes' : 'no',
  };
}

function fill(id, text) {
  element(id).textContent = text || 'none';
  element(id).classList.toggle('none', text === '');
}

function initials(name) {
  return name.split(/[\s.]+/).map((word) => word.charAt(0)).slice(0, 2).join('').toUpperCase();
}

function inOrder(claims) {
  const first = CLAIMS_OF_INTEREST.filter((name) => name in claims);
  const rest = Object.keys(claims).filter((name) => !first.includes(name));
  return [...first, ...rest].map((name) => [name, claims[name]]);
}

function claimRow([name, value]) {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = name;
  row.append(head);
  const cell = row.insertCell();
  cell.textContent = typeof value === 'string' ? value : JSON.stringify(value);
  if (TIMES.includes(name)) {
    cell.append(meaning(new Date(value * 1000).toLocaleString()));
  }
  return row;
}

function meaning(text) {
  const span = document.createElement('span');
  span.className = 'meaning';
  span.textContent = ` = ${text}`;
  return span;
}

/** Shows one of the page's parts: start, signed-in or busy. */
export function show(shown) {
  ['start', 'signed-in', 'busy'].forEach((id) => {
    element(id).hidden = id !== shown;
  });
}

/** Shows an error, or takes it away when the text is empty. */
export function showError(text) {
  element('error').textContent = text;
  element('error').hidden = text === '';
}

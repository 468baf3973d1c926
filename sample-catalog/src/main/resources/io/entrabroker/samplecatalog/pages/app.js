import { PublicClient } from './public-client.js';
import { decode } from './id-token.js';
import { answerParameters, belongsToOidcClient } from './handover.js';
import { element, show, showError, showUser } from './view.js';
import { showVersions, versionName } from './versions.js';

const SESSION = 'sample-catalog.session';
const RENEW_BEFORE_EXPIRY_SECONDS = 60;

const config = await (await fetch('/sample/config')).json();
const publicClient = new PublicClient(config);

let renewals = 0;
let timer;

prepareStart();
try {
  await arrive();
} catch (problem) {
  sessionStorage.removeItem(SESSION);
  showStart(`Sign-in failed: ${problem.message}`);
}

async function arrive() {
  if (location.pathname === '/callback') {
    if (belongsToOidcClient(location.href)) {
      location.replace(`/real-oidc-client${location.search}${location.hash}`);
      return;
    }
    const address = location.href;
    forgetAddress();
    await signedIn({ kind: 'public', ...await publicClient.finish(address) });
  } else if (location.pathname === '/auth/callback') {
    // Up to 1.13 the token comes in the query, since 2.0 in the fragment.
    const idToken = answerParameters(location.href).get('id_token');
    forgetAddress();
    await signedIn({ kind: 'confidential', idToken, claims: decode(idToken).payload });
  } else if (location.pathname === '/logout') {
    sessionStorage.removeItem(SESSION);
    history.replaceState(null, '', '/signin');
    showStart();
  } else {
    const stored = sessionStorage.getItem(SESSION);
    await (stored === null ? showStart() : signedIn(JSON.parse(stored)));
  }
}

// The address may carry a token or a code: it does not stay in the history.
function forgetAddress() {
  history.replaceState(null, '', '/');
}

function prepareStart() {
  document.querySelectorAll('.provider').forEach((each) => {
    each.textContent = config.providerName;
  });
  element('band').textContent = versionName(config.band);
  config.upstreams.forEach((alias) => element('upstream').append(new Option(alias, alias)));
  element('upstream-choice').hidden = config.upstreams.length === 0;
  element('response-type').textContent = config.responseType;
  element('sign-in-confidential').hidden = !config.confidential;
  element('sign-in-public').hidden = !config.public;
  element('both-clients').hidden = !(config.confidential && config.public);
  element('real-link').hidden = !config.realOidcClient;
  onClick('sign-in-confidential', signInConfidential);
  onClick('sign-in-public', () => publicClient.signIn(hint()));
  onClick('renew', renew);
  onClick('sign-out', signOut);
}

function onClick(id, action) {
  element(id).addEventListener('click', async () => {
    showError('');
    element(id).disabled = true;
    try {
      await action();
    } catch (problem) {
      showError(problem.message);
    } finally {
      element(id).disabled = false;
    }
  });
}

function hint() {
  const alias = element('upstream').value;
  return alias === '' ? {} : { kc_idp_hint: alias };
}

function signInConfidential() {
  const redirectUri = `${location.origin}/auth/callback`;
  location.assign(`/api/v1/auth/login?${new URLSearchParams({ redirectUri, ...hint() })}`);
}

async function signedIn(session) {
  const user = await loggedInUser(session);
  sessionStorage.setItem(SESSION, JSON.stringify(session));
  showUser(user, session, { way: way(session), renewals, bearer: bearer(session) });
  renewInTime(session);
  showVersions(await versions(session), { version: config.band, client: session.kind });
}

async function loggedInUser(session) {
  const headers = { Authorization: `Bearer ${session.idToken}` };
  const first = await fetch('/api/v1/users/loggedInUser', { headers });
  if (first.status !== 404) {
    return accepted(first);
  }
  await accepted(await fetch('/api/v1/users', {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(newUser(session.claims)),
  }));
  return accepted(await fetch('/api/v1/users/loggedInUser', { headers }));
}

async function versions({ idToken }) {
  const headers = { Authorization: `Bearer ${idToken}` };
  return accepted(await fetch('/sample/versions', { headers }));
}

// What OpenMetadata's sign-up form is filled with; a person confirms it there, nobody here.
function newUser(claims) {
  const fullName = [claims.given_name, claims.family_name].filter(Boolean).join(' ');
  return {
    name: String(config.usernameFromEmail ? claims.email : claims.preferred_username)
      .split('@')[0].toLowerCase(),
    email: String(claims.email).toLowerCase(),
    displayName: claims.name || fullName || claims.preferred_username,
  };
}

async function accepted(response) {
  const body = await response.json();
  if (!response.ok) {
    throw new Error(`The catalog says no (${response.status}): ${body.message}`);
  }
  return body;
}

async function renew() {
  const session = JSON.parse(sessionStorage.getItem(SESSION));
  try {
    const renewed = session.kind === 'public'
      ? await publicClient.renew(session)
      : await renewOnServer();
    renewals += 1;
    await signedIn({ kind: session.kind, ...renewed });
  } catch (problem) {
    // As in OpenMetadata: a renewal that fails ends the session of the page.
    sessionStorage.removeItem(SESSION);
    showStart(`Renewal failed: ${problem.message}`);
  }
}

async function renewOnServer() {
  const { accessToken: idToken } = await accepted(await fetch('/api/v1/auth/refresh'));
  return { idToken, claims: decode(idToken).payload };
}

function renewInTime(session) {
  clearTimeout(timer);
  const left = session.claims.exp - Date.now() / 1000;
  // A token that lives for less than two minutes is renewed at half its life.
  const wait = Math.max(left - RENEW_BEFORE_EXPIRY_SECONDS, left / 2, 1);
  timer = setTimeout(renew, wait * 1000);
}

async function signOut() {
  const session = JSON.parse(sessionStorage.getItem(SESSION));
  sessionStorage.removeItem(SESSION);
  clearTimeout(timer);
  if (session?.kind === 'public') {
    // The oldest versions only forget who was signed in; the realm's session stays.
    await (config.band === '1.8' ? location.assign('/signin') : publicClient.signOut(session));
  } else {
    location.assign('/api/v1/auth/logout');
  }
}

function showStart(problem = '') {
  clearTimeout(timer);
  document.title = 'Sign in – Sample catalog';
  show('start');
  showError(problem);
}

function bearer({ kind }) {
  return kind === 'confidential' && config.ownTokens
    ? "the catalog's own token"
    : 'the ID token';
}

function way({ kind }) {
  return kind === 'public'
    ? `Public client, in the browser, ${config.responseType}`
    : 'Confidential client, on the server, code';
}

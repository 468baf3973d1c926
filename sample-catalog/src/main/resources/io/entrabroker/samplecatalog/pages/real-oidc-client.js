import { decode } from './id-token.js';
import { belongsToOidcClient } from './handover.js';
import { userManagerSettings } from './real-oidc-client-settings.js';

const RENEW_BEFORE_EXPIRY_SECONDS = 60;

const element = (id) => document.getElementById(id);
const { settings, upstreams } = await userManagerSettings();
const userManager = new window.Oidc.UserManager(settings);

let renewals = 0;
let timer;

upstreams.forEach((alias) => element('real-upstream').append(new Option(alias, alias)));
onClick('real-sign-in', () => userManager.signinRedirect({ extraQueryParams: hint() }));
onClick('real-renew', renew);
onClick('real-sign-out', () => userManager.signoutRedirect());

await attempt(async () => {
  if (belongsToOidcClient(location.href)) {
    const address = location.href;
    history.replaceState(null, '', location.pathname);
    await show(await userManager.signinRedirectCallback(address));
  } else {
    await show(await userManager.getUser());
  }
});

function onClick(id, action) {
  element(id).addEventListener('click', () => attempt(action));
}

async function attempt(action) {
  element('real-error').hidden = true;
  try {
    await action();
  } catch (problem) {
    element('real-error').textContent = problem.message;
    element('real-error').hidden = false;
    element('real-status').textContent = 'failed';
  }
}

function hint() {
  const alias = element('real-upstream').value;
  return alias === '' ? {} : { kc_idp_hint: alias };
}

async function renew() {
  element('real-status').textContent = 'renewing';
  const user = await userManager.signinSilent();
  renewals += 1;
  await show(user);
}

async function show(user) {
  clearTimeout(timer);
  if (user === null) {
    element('real-status').textContent = 'signed out';
    return;
  }
  const { payload } = decode(user.id_token);
  const { name, email } = await loggedInUser(user.id_token);
  element('real-username').textContent = name;
  element('real-email').textContent = email;
  element('real-token-id').textContent = payload.jti ?? '';
  element('real-issued-at').textContent = String(payload.iat);
  element('real-renewals').textContent = String(renewals);
  element('real-status').textContent = 'signed in';
  renewInTime(payload.exp);
}

// With id_token alone oidc-client knows no expiry, so OpenMetadata keeps the time itself.
function renewInTime(expiry) {
  const left = expiry - Date.now() / 1000;
  const wait = Math.max(left - RENEW_BEFORE_EXPIRY_SECONDS, left / 2, 1);
  timer = setTimeout(() => attempt(renew), wait * 1000);
}

async function loggedInUser(idToken) {
  const headers = { Authorization: `Bearer ${idToken}` };
  const response = await fetch('/api/v1/users/loggedInUser', { headers });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(`The catalog says no (${response.status}): ${body.message}`);
  }
  return body;
}

// The public client, in the browser: the requests that npm's oidc-client 1.11.5 sends for
// OpenMetadata, without that library.
import { answerParameters } from './handover.js';
import { checkClaims, checkSignature, decode } from './id-token.js';

const SCOPE = 'openid email profile';
const SILENT_TIMEOUT_MILLIS = 20000;
const STATE_PREFIX = 'sample-catalog.state.';

export class PublicClient {
  #settings;
  #metadata;

  /** @param settings authority (the realm's issuer), clientId, callbackUrl, responseType: id_token or code */
  constructor(settings) {
    this.#settings = settings;
  }

  /** Sends the browser to the realm. extra: further parameters, an addition of the sample. */
  async signIn(extra) {
    location.assign(await this.#request(this.#settings.callbackUrl, extra));
  }

  /** Takes the realm's answer and returns the tokens: idToken, accessToken, refreshToken, claims. */
  async finish(url) {
    const answer = Object.fromEntries(answerParameters(url));
    const sent = takeState(answer.state);
    if (answer.error) {
      throw new Error(answer.error_description || answer.error);
    }
    return sent.verifier ? this.#redeem(answer, sent) : this.#received(answer, sent);
  }

  /** New tokens: with the refresh token if there is one, else through a hidden frame. */
  async renew(tokens) {
    const renewed = tokens.refreshToken
      ? await this.#refresh(tokens)
      : await this.finish(await this.#askSilently(tokens.idToken));
    if (renewed.claims.sub !== tokens.claims.sub) {
      throw new Error('login_required');
    }
    return renewed;
  }

  /** Sends the browser to the realm's end of session, which brings it back to /signin. */
  async signOut(tokens) {
    const { end_session_endpoint: end } = await this.#discover();
    location.assign(end === undefined ? '/signin' : withParameters(end, {
      id_token_hint: tokens.idToken,
      post_logout_redirect_uri: `${location.origin}/signin`,
    }));
  }

  async #keys() {
    const { jwks_uri: address } = await this.#discover();
    return (await json(await fetch(address))).keys;
  }

  async #checkClaims(claims, nonce) {
    const { issuer } = await this.#discover();
    checkClaims(claims, { issuer, nonce, clientId: this.#settings.clientId });
  }

  async #discover() {
    this.#metadata ??= await json(
      await fetch(`${this.#settings.authority}/.well-known/openid-configuration`));
    return this.#metadata;
  }

  // With code there is no nonce, with id_token no code challenge: that is oidc-client's choice.
  async #request(redirectUri, extra) {
    const { clientId, responseType } = this.#settings;
    const { authorization_endpoint: endpoint } = await this.#discover();
    const sent = { redirectUri, nonce: '', verifier: '' };
    const parameters = {
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: responseType,
      scope: SCOPE,
      state: random(),
    };
    if (responseType === 'code') {
      sent.verifier = random() + random() + random();
      parameters.code_challenge = await challenge(sent.verifier);
      parameters.code_challenge_method = 'S256';
      parameters.response_mode = 'query';
    } else {
      sent.nonce = random();
      parameters.nonce = sent.nonce;
    }
    localStorage.setItem(STATE_PREFIX + parameters.state, JSON.stringify(sent));
    return withParameters(endpoint, { ...parameters, ...extra });
  }

  async #askSilently(idToken) {
    const extra = { prompt: 'none', id_token_hint: idToken };
    return answerFromFrame(await this.#request(`${location.origin}/silent-callback`, extra));
  }

  // The token came through the browser, so its signature is checked.
  async #received(answer, sent) {
    const claims = decode(answer.id_token).payload;
    await checkSignature(answer.id_token, await this.#keys());
    await this.#checkClaims(claims, sent.nonce);
    return { idToken: answer.id_token, claims };
  }

  // The token comes straight from the token endpoint (OpenID Connect Core 3.1.3.7, rule 6).
  async #redeem(answer, sent) {
    const tokens = await this.#requestTokens({
      grant_type: 'authorization_code',
      client_id: this.#settings.clientId,
      code: answer.code,
      redirect_uri: sent.redirectUri,
      code_verifier: sent.verifier,
    });
    const claims = decode(tokens.id_token).payload;
    await this.#checkClaims(claims, undefined);
    await this.#checkUserInfo(tokens.access_token, claims.sub);
    return {
      idToken: tokens.id_token,
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
      claims,
    };
  }

  async #refresh(old) {
    const tokens = await this.#requestTokens({
      grant_type: 'refresh_token',
      client_id: this.#settings.clientId,
      refresh_token: old.refreshToken,
    });
    const idToken = tokens.id_token ?? old.idToken;
    const claims = decode(idToken).payload;
    await this.#checkClaims(claims, undefined);
    return {
      idToken,
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token ?? old.refreshToken,
      claims,
    };
  }

  async #requestTokens(parameters) {
    const { token_endpoint: endpoint } = await this.#discover();
    return json(await fetch(endpoint, { method: 'POST', body: new URLSearchParams(parameters) }));
  }

  async #checkUserInfo(accessToken, sub) {
    const { userinfo_endpoint: endpoint } = await this.#discover();
    const headers = { Authorization: `Bearer ${accessToken}` };
    const info = await json(await fetch(endpoint, { headers }));
    if (info.sub !== sub) {
      throw new Error('UserInfo speaks of somebody else than the ID token');
    }
  }
}

function random() {
  return crypto.randomUUID().replaceAll('-', '');
}

async function challenge(verifier) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function takeState(state) {
  const stored = localStorage.getItem(STATE_PREFIX + state);
  if (state === undefined || stored === null) {
    throw new Error('No matching state found in storage');
  }
  localStorage.removeItem(STATE_PREFIX + state);
  return JSON.parse(stored);
}

function withParameters(address, parameters) {
  const url = new URL(address);
  Object.entries(parameters).forEach(([name, value]) => url.searchParams.append(name, value));
  return url.href;
}

async function json(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    const reason = body.error_description || body.error || response.statusText;
    throw new Error(`${reason} (${response.status})`);
  }
  return body;
}

function answerFromFrame(address) {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Renewal';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('Frame window timed out')), SILENT_TIMEOUT_MILLIS);
    const listener = (event) => {
      if (event.origin === location.origin && event.source === frame.contentWindow) {
        resolve(event.data);
      }
    };
    window.addEventListener('message', listener);
    frame.addEventListener('answered', () => {
      clearTimeout(timer);
      window.removeEventListener('message', listener);
    });
    frame.src = address;
    document.body.append(frame);
  }).finally(() => {
    frame.dispatchEvent(new Event('answered'));
    frame.remove();
  });
}

// Microsoft's library for Node, unmodified, against the simulator: the address of the login host and
// everything else that differs between runs stands in the environment.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  ConfidentialClientApplication,
  CryptoProvider,
  InteractionRequiredAuthError,
} from "@azure/msal-node";
import { Person } from "./person.mjs";

const {
  LOGIN_HOST,
  TENANT,
  CLIENT_ID,
  CLIENT_SECRET,
  REDIRECT_URI,
  API_SCOPE,
  PRIVATE_KEY_FILE,
  CERTIFICATE_THUMBPRINT,
} = process.env;
const authority = `${LOGIN_HOST}/${TENANT}`;
const scopes = ["User.Read"];

function application(credential = { clientSecret: CLIENT_SECRET }) {
  return new ConfidentialClientApplication({
    auth: {
      clientId: CLIENT_ID,
      authority,
      knownAuthorities: [new URL(LOGIN_HOST).host],
      ...credential,
    },
  });
}

async function signIn(app, person, buttons, extra = {}) {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const request = { scopes, redirectUri: REDIRECT_URI, ...extra };
  const address = await app.getAuthCodeUrl({
    ...request,
    codeChallenge: challenge,
    codeChallengeMethod: "S256",
    state: "state-1",
  });
  const back = await person.visits(address, ...buttons);
  assert.equal(back.origin + back.pathname, REDIRECT_URI);
  assert.equal(back.searchParams.get("state"), "state-1");
  return app.acquireTokenByCode({
    ...request,
    code: back.searchParams.get("code"),
    codeVerifier: verifier,
  });
}

const silently = (app, account, extra = {}) =>
  app.acquireTokenSilent({ account, scopes, forceRefresh: true, ...extra });

test("a person signs in with a code and PKCE", async () => {
  const result = await signIn(application(), new Person(), ["user-ada.lovelace"]);

  assert.equal(result.account.username, "ada.lovelace@contoso.example");
  assert.equal(result.account.tenantId, TENANT);
  assert.equal(result.account.homeAccountId, `${result.idTokenClaims.oid}.${TENANT}`);
  assert.equal(result.idTokenClaims.iss, `${authority}/v2.0`);
  assert.ok(result.scopes.some((scope) => scope.endsWith("User.Read")));
});

test("tokens are renewed silently", async () => {
  const app = application();
  const first = await signIn(app, new Person(), ["user-ada.lovelace"]);

  const second = await silently(app, first.account);

  assert.equal(second.fromCache, false);
  assert.notEqual(second.accessToken, first.accessToken);
  assert.notEqual(second.idToken, first.idToken);
});

test("an application acts by itself with a secret", async () => {
  const result = await application().acquireTokenByClientCredential({ scopes: [API_SCOPE] });

  assert.ok(result.accessToken);
  assert.equal(result.account, null);
});

test("an application acts by itself with a certificate", async () => {
  const app = application({
    clientCertificate: {
      thumbprintSha256: CERTIFICATE_THUMBPRINT,
      privateKey: readFileSync(PRIVATE_KEY_FILE, "utf8"),
    },
  });

  const result = await app.acquireTokenByClientCredential({ scopes: [API_SCOPE] });

  assert.ok(result.accessToken);
});

test("a person signs in at an application that has a certificate", async () => {
  const app = application({
    clientCertificate: {
      thumbprintSha256: CERTIFICATE_THUMBPRINT,
      privateKey: readFileSync(PRIVATE_KEY_FILE, "utf8"),
    },
  });

  const result = await signIn(app, new Person(), ["user-ada.lovelace"]);

  assert.equal(result.account.username, "ada.lovelace@contoso.example");
});

test("a wrong secret is explained", async () => {
  const app = application({ clientSecret: "wrong" });

  await assert.rejects(app.acquireTokenByClientCredential({ scopes: [API_SCOPE] }), (error) => {
    assert.equal(error.errorCode, "invalid_client");
    assert.match(error.errorMessage, /AADSTS7000215/);
    return true;
  });
});

test("a challenge at redemption is met by sending its claims", async () => {
  const app = application();
  const person = new Person();
  const challenged = await signIn(app, person, ["user-grace.hopper"]).catch((error) => error);
  assert.ok(challenged instanceof InteractionRequiredAuthError, String(challenged));
  assert.equal(challenged.subError, "basic_action");
  assert.deepEqual(JSON.parse(challenged.claims), {
    access_token: { acrs: { essential: true, value: "c1" } },
  });

  const result = await signIn(app, person, ["approve"], { claims: challenged.claims });

  assert.equal(result.account.username, "grace.hopper@contoso.example");
  assert.deepEqual(result.idTokenClaims.acrs, ["c1"]);
  assert.ok((await silently(app, result.account)).accessToken);
});

for (const [who, button, code, subError] of [
  ["revoked", "user-alan.turing", 50173, "bad_token"],
  ["blocked", "user-hypatia", 53003, "message_only"],
]) {
  test(`a person who was ${who} has to come back`, async () => {
    const app = application();
    const first = await signIn(app, new Person(), [button]);

    const refused = await silently(app, first.account).catch((error) => error);

    assert.ok(refused instanceof InteractionRequiredAuthError, String(refused));
    assert.equal(refused.subError, subError);
    assert.match(refused.errorMessage, new RegExp(`AADSTS${code}`));
  });
}

test("throttling and failures of the server are no reason to ask people", async () => {
  const app = application();
  const first = await signIn(app, new Person(), ["user-zofie.novakova"]);

  const refused = await silently(app, first.account).catch((error) => error);

  assert.ok(!(refused instanceof InteractionRequiredAuthError), String(refused));
  assert.equal(refused.errorCode, "temporarily_unavailable");
});

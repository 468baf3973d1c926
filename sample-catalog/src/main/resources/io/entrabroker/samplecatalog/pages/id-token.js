// The checks that npm's oidc-client 1.11.5 makes on an ID token.
const SKEW_SECONDS = 300;

/** Header and payload of a token, unchecked. */
export function decode(token) {
  const [header, payload] = String(token).split('.');
  return { header: parse(header), payload: parse(payload) };
}

function parse(part) {
  return JSON.parse(new TextDecoder().decode(bytes(part)));
}

function bytes(base64url) {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.codePointAt(0));
}

/** Throws unless the claims fit. A nonce that is undefined was not sent, so none is expected. */
export function checkClaims(claims, { issuer, clientId, nonce }) {
  const now = Date.now() / 1000;
  const problems = [
    [claims.iss !== issuer, 'issuer'],
    [![claims.aud].flat().includes(clientId), 'audience'],
    [claims.azp !== undefined && claims.azp !== clientId, 'authorized party'],
    [!(claims.iat <= now + SKEW_SECONDS), 'time of issue'],
    [!(claims.exp >= now - SKEW_SECONDS), 'expiry'],
    [nonce !== undefined && claims.nonce !== nonce, 'nonce'],
    [!claims.sub, 'subject'],
  ];
  const problem = problems.find(([found]) => found);
  if (problem) {
    throw new Error(`Invalid ${problem[1]} in the ID token`);
  }
}

/** Throws unless one of the keys, those of the realm, made the token's signature with RS256. */
export async function checkSignature(token, keys) {
  const { kid, alg } = decode(token).header;
  const key = keys.find((each) => each.kid === kid && each.kty === 'RSA');
  if (alg !== 'RS256' || key === undefined) {
    throw new Error('No key of the realm fits the ID token');
  }
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const { kty, n, e } = key;
  const imported = await crypto.subtle.importKey(
    'jwk', { kty, n, e }, algorithm, false, ['verify']);
  const [header, payload, signature] = token.split('.');
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  if (!await crypto.subtle.verify(algorithm, imported, bytes(signature), signed)) {
    throw new Error('The signature of the ID token is wrong');
  }
}

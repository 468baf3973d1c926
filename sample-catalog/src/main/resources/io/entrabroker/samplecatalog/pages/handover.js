// Answers of the realm arrive at the same two addresses whoever asked. This tells whether the real
// oidc-client did: it keeps the state of every request it sends in localStorage.
export function answerParameters(url) {
  const address = new URL(url);
  const fragment = address.hash.slice(1);
  return new URLSearchParams(fragment || address.search);
}

export function belongsToOidcClient(url) {
  const state = answerParameters(url).get('state');
  return state !== null && localStorage.getItem(`oidc.${state}`) !== null;
}

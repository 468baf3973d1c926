// What OpenMetadata gives to oidc-client's UserManager; everything else is the library's default.
export async function userManagerSettings() {
  const { authority, clientId, callbackUrl, responseType, upstreams } =
    await (await fetch('/sample/config')).json();
  return {
    upstreams,
    settings: {
      authority,
      client_id: clientId,
      redirect_uri: callbackUrl,
      silent_redirect_uri: `${location.origin}/silent-callback`,
      post_logout_redirect_uri: `${location.origin}/signin`,
      response_type: responseType,
      scope: 'openid email profile',
      silentRequestTimeout: 20000,
    },
  };
}

// Signs in with Microsoft's library for browsers, unmodified. Every outcome is shown as JSON.
(async function () {
  "use strict";
  const settings = await (await fetch("/settings.json")).json();
  const scopes = ["User.Read"];
  const show = (status, outcome) => {
    document.getElementById("outcome").textContent = JSON.stringify(outcome, null, 1);
    document.getElementById("status").textContent = status;
  };
  const tokens = (result) => ({
    username: result.account.username,
    claims: result.idTokenClaims,
    accessToken: result.accessToken,
    fromCache: result.fromCache,
  });
  const failure = (error) => {
    if (error.claims) {
      sessionStorage.setItem("demanded", error.claims);
    }
    show("failed", {
      name: error.name,
      errorCode: error.errorCode,
      subError: error.subError,
      claims: error.claims,
      message: error.message,
    });
  };

  const app = await msal.createStandardPublicClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      knownAuthorities: [new URL(settings.authority).host],
      redirectUri: window.location.origin + "/",
      postLogoutRedirectUri: window.location.origin + "/",
    },
    cache: { cacheLocation: "sessionStorage" },
  });
  const renew = async () => {
    show("renewing", {});
    try {
      const [account] = app.getAllAccounts();
      const cacheLookupPolicy = msal.CacheLookupPolicy.RefreshToken;
      show("renewed", tokens(await app.acquireTokenSilent({ scopes, account, cacheLookupPolicy })));
    } catch (error) {
      failure(error);
    }
  };
  const when = (id, act) => document.getElementById(id).addEventListener("click", act);
  when("sign-in", () => app.loginRedirect({ scopes }).catch(failure));
  when("renew", renew);
  when("prove", () =>
    app
      .acquireTokenRedirect({ scopes, claims: sessionStorage.getItem("demanded") })
      .catch(failure),
  );
  when("sign-out", () =>
    app.logoutRedirect({ account: app.getAllAccounts()[0] }).catch(failure),
  );
  try {
    const result = await app.handleRedirectPromise();
    if (result) {
      show("signed in", tokens(result));
    } else {
      show(app.getAllAccounts().length === 0 ? "signed out" : "known", {});
    }
  } catch (error) {
    failure(error);
  }
})();

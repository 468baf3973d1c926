import { belongsToOidcClient } from './handover.js';

// Runs in the hidden frame: hands the realm's answer to the page that opened the frame.
if (belongsToOidcClient(location.href)) {
  location.replace(`/real-oidc-client/silent${location.search}${location.hash}`);
} else {
  window.parent.postMessage(location.href, location.origin);
}

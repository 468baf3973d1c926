import { userManagerSettings } from './real-oidc-client-settings.js';

// Runs in the hidden frame: the library hands the realm's answer to the page that asked.
const { settings } = await userManagerSettings();
await new window.Oidc.UserManager({ ...settings, monitorSession: false }).signinSilentCallback();

package io.entrabroker.keycloak.current;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.keycloak.refresh.KeptToken;
import io.entrabroker.refresh.RefreshSchedule;

/**
 * A refresh that may be tried.
 *
 * @param kept the kept token
 * @param claim under which it was claimed
 * @param alias the identity provider's alias
 * @param token the token
 * @param needs what has to be found out about groups
 * @param schedule when the next is due
 */
record Attempt(
    KeptToken kept,
    String claim,
    String alias,
    Secret token,
    GroupNeeds needs,
    RefreshSchedule schedule) {}

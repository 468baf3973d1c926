package io.entrabroker.doctor;

import java.util.List;
import java.util.stream.Stream;

/**
 * A whole set-up as the server knows it.
 *
 * @param realm the realm
 * @param providers its identity providers of the type {@code entra}
 * @param otherProviders aliases of its other identity providers that are enabled
 * @param entra Microsoft Entra ID, once for each provider whose settings are valid
 * @param clients the catalog's clients
 * @param otherTrustedClients client ids of other clients whose tokens the catalog accepts
 * @param people users who should not be there
 * @param versions the versions of the catalog that its enabled identity providers are set up for
 */
public record SetUp(
    RealmState realm,
    List<ProviderState> providers,
    List<String> otherProviders,
    List<EntraState> entra,
    List<ClientState> clients,
    List<String> otherTrustedClients,
    PeopleState people,
    CatalogVersions versions) {

  public SetUp {
    providers = List.copyOf(providers);
    otherProviders = List.copyOf(otherProviders);
    entra = List.copyOf(entra);
    clients = List.copyOf(clients);
    otherTrustedClients = List.copyOf(otherTrustedClients);
  }

  /** What is wrong with it, the worst first; empty if nothing is. */
  public List<Diagnosis> diagnoses() {
    return Stream.of(
            ProviderRules.look(providers, otherProviders),
            entra.stream().flatMap(EntraRules::look),
            RealmRules.look(realm, versions),
            ClientRules.look(clients, versions),
            otherTrustedClients.stream().map(ClientChecks.OTHER_TRUSTED_CLIENTS::diagnosis),
            people.look())
        .flatMap(found -> found)
        .sorted(Diagnosis.WORST_FIRST)
        .toList();
  }
}

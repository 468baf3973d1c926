package io.entrabroker.operations.realm;

/**
 * Finds what a realm needs. Whatever belongs to nobody but the site is neither read nor changed.
 */
public final class Planner {

  private final DesiredRealm desired;
  private final PresentRealm present;
  private final Draft draft = new Draft();

  private Planner(DesiredRealm desired, PresentRealm present) {
    this.desired = desired;
    this.present = present;
  }

  /**
   * The same plan for the same two realms; an empty one once it was carried out.
   *
   * @throws io.entrabroker.operations.keycloak.KeycloakProblem if the realm has something of our
   *     name that cannot become what the file says
   */
  public static Plan plan(DesiredRealm desired, PresentRealm present) {
    return new Planner(desired, present).plan();
  }

  /** What is referred to comes before what refers to it; who lets people in comes last. */
  private Plan plan() {
    ProviderPlan providers = new ProviderPlan(desired, present, draft);
    providers.refuseAnotherKind();
    SettingsPlan settings = new SettingsPlan(desired, present, draft);
    settings.keys();
    settings.settings();
    settings.requiredActions();
    new ProfilePlan(desired, present, draft).profile();
    ScopePlan scopes = new ScopePlan(desired, present, draft);
    scopes.clientScopes();
    scopes.defaults();
    RolePlan roles = new RolePlan(desired, present, draft);
    roles.realmRoles();
    new ClientPlan(desired, present, draft).clients();
    roles.clientRoles();
    roles.composites();
    scopes.mappings();
    new FlowPlan(desired, present, draft).flows();
    providers.providers();
    return draft.plan();
  }
}

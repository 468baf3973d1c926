package io.entrabroker.keycloak.preview;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.preview.Band;
import io.entrabroker.preview.Line;
import io.entrabroker.preview.Preview;
import io.entrabroker.preview.ShownClaim;
import io.entrabroker.preview.Verdict;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** The page, in the realm's theme; no browser keeps it, and nothing is told where it was. */
public final class PreviewPage {

  private final KeycloakSession session;

  /** Pages of the session's realm. */
  public PreviewPage(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Shows a report.
   *
   * @param version the configured version of the catalog, or empty
   */
  public Response of(Preview preview, String version) {
    Map<String, Object> shown = new HashMap<>(verdict(preview.verdict()));
    shown.put("version", version);
    shown.put("lines", preview.lines().stream().map(PreviewPage::line).toList());
    shown.put("notes", preview.notes().stream().map(PreviewPage::note).toList());
    shown.put("bands", preview.bands().stream().map(PreviewPage::band).toList());
    shown.put("claims", preview.claims().stream().map(PreviewPage::claim).toList());
    Response page =
        session
            .getProvider(LoginFormsProvider.class)
            .setDetachedAuthSession()
            .setAttribute("preview", shown)
            .createForm("entra-preview.ftl");
    return unkept(Response.fromResponse(page));
  }

  /** An answer that no browser keeps, and that is not named to wherever it leads. */
  public static Response unkept(Response.ResponseBuilder answer) {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return answer.cacheControl(never).header("Referrer-Policy", "no-referrer").build();
  }

  private static Map<String, Object> verdict(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused) {
      return Map.of(
          "isAdmitted",
          false,
          "code",
          refused.code(),
          "what",
          refused.what(),
          "remedy",
          refused.remedy(),
          "detail",
          refused.detail());
    }
    return Map.of("isAdmitted", true);
  }

  private static Map<String, Object> line(Line line) {
    return Map.of(
        "topic",
        line.text().topic().messageKey(),
        "key",
        line.text().messageKey(),
        "values",
        line.values());
  }

  private static Map<String, Object> claim(ShownClaim claim) {
    Map<String, Object> shown = new HashMap<>(line(claim.value()));
    shown.put("claim", claim.name());
    return shown;
  }

  private static Map<String, Object> note(Finding note) {
    return Map.of("code", note.code(), "what", note.whatWasFound(), "remedy", note.whatToDo());
  }

  private static Map<String, Object> band(Band band) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("version", band.version());
    shown.put("clients", String.join(", ", band.clients()));
    shown.put("isAccepted", band.user() instanceof Band.Accepted);
    if (band.user() instanceof Band.Accepted user) {
      shown.put("username", user.username());
      shown.put("address", user.email());
      shown.put("displayName", user.displayName());
      shown.put("roleNames", user.roles());
      shown.put("teamNames", user.teams());
      shown.put("isAdmin", user.isAdmin());
    } else {
      shown.put("answer", ((Band.Refused) band.user()).answer());
    }
    return shown;
  }
}

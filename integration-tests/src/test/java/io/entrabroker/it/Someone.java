package io.entrabroker.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.UserChange;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A person whom a test makes for itself. Names in the catalog are given for life, so every test has
 * its own people; they are all of one family, which {@link LogHygiene} looks for.
 *
 * @param given the given name; with the family's it makes the address, and so the name in the
 *     catalog
 */
public record Someone(String given) {

  /** What everybody's name and address contains. */
  static final String FAMILY = "quillfeather";

  private static final String SURNAME = "Quillfeather";

  /** Entra's object id. */
  public String objectId() {
    return UUID.nameUUIDFromBytes(given.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The part of the address before the at sign; also what to press on Microsoft's page. */
  public String name() {
    return given.toLowerCase(Locale.ROOT) + "." + FAMILY;
  }

  public String address() {
    return addressAt("contoso.example");
  }

  /** An address of the same local part. */
  public String addressAt(String domain) {
    return name() + "@" + domain;
  }

  /** How the realm knows the account: {@code tid:oid}. */
  public String key() {
    return Upstreams.TENANT + ":" + objectId();
  }

  /** The person is in the directory from now on: an enabled member with mail and names. */
  public DirectoryChange arrives() {
    return root -> {
      UserChange.add(objectId(), address(), given + " " + SURNAME).applyTo(root);
      UserChange.set(objectId(), "givenName", given).applyTo(root);
      UserChange.set(objectId(), "surname", SURNAME).applyTo(root);
    };
  }

  /** The mail attribute becomes another address. */
  public DirectoryChange hasMail(String address) {
    return UserChange.changeMail(objectId(), address);
  }

  /** The person is a guest of the tenant. */
  public DirectoryChange isGuest() {
    return UserChange.set(objectId(), "userType", "Guest");
  }

  /** The mail domain's owner says that the address is the person's. */
  public DirectoryChange isVouchedFor() {
    return changed(user -> user.put("emailDomainOwnerVerified", true));
  }

  /** Nobody says that the address is the person's. */
  public DirectoryChange isNotVouchedFor() {
    return changed(user -> user.put("emailDomainOwnerVerified", false));
  }

  private DirectoryChange changed(Consumer<ObjectNode> change) {
    return root -> {
      JsonNode tenant = root.has("tenants") ? root.get("tenants").get(0) : root;
      for (JsonNode user : tenant.get("users")) {
        if (user.get("id").asText().equals(objectId())) {
          change.accept((ObjectNode) user);
        }
      }
    };
  }
}

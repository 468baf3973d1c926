package io.entrabroker.it.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.entrabroker.it.Stack;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that the realm sends through, with Verify Email switched on; until closed. */
final class RealmMail implements AutoCloseable {

  private static final String REALM = "/openmetadata";
  private static final String VERIFY = REALM + "/authentication/required-actions/VERIFY_EMAIL";
  private static final Pattern LINK =
      Pattern.compile("http://localhost[^\\s\"<>]+action-token[^\\s\"<>]+");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Stack stack;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private RealmMail(Stack stack) {
    this.stack = stack;
  }

  static RealmMail of(Stack stack) {
    RealmMail mail = new RealmMail(stack);
    mail.server.start();
    ObjectNode realm = (ObjectNode) stack.admin().get(REALM);
    realm
        .putObject("smtpServer")
        .put("host", "127.0.0.1")
        .put("port", Integer.toString(mail.server.getSmtp().getPort()))
        .put("from", "broker@contoso.example");
    stack.admin().put(REALM, realm);
    mail.switchVerifyEmail("true");
    return mail;
  }

  /** Waits for so many mails in all and gives them. */
  List<MimeMessage> received(int count) {
    server.waitForIncomingEmail(PATIENCE.toMillis(), count);
    return List.of(server.getReceivedMessages());
  }

  /** The link in a mail. */
  static String link(MimeMessage mail) {
    String text = GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      throw new AssertionError("No link in the mail:\n" + text);
    }
    return link.group();
  }

  private void switchVerifyEmail(String enabled) {
    JsonNode action = stack.admin().get(VERIFY);
    stack.admin().put(VERIFY, ((ObjectNode) action).put("enabled", Boolean.parseBoolean(enabled)));
  }

  @Override
  public void close() {
    switchVerifyEmail("false");
    ObjectNode realm = (ObjectNode) stack.admin().get(REALM);
    realm.putObject("smtpServer");
    stack.admin().put(REALM, realm);
    server.stop();
  }
}

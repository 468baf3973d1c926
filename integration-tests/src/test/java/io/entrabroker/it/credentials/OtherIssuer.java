package io.entrabroker.it.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.entrabroker.simulator.directory.FederatedIdentityCredential;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** An issuer of tokens that Entra trusts by a federated credential, as a cluster is one. */
final class OtherIssuer implements AutoCloseable {

  private static final String SUBJECT = "system:serviceaccount:catalog:keycloak";
  private static final String AUDIENCE = "api://AzureADTokenExchange";

  private final HttpServer server;
  private final RSAKey key;

  OtherIssuer() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("cluster-key").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}".formatted(issuer()));
    serve("/keys", new JWKSet(key).toPublicJWKSet().toString());
    server.start();
  }

  private String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What an administrator registers in Entra. */
  FederatedIdentityCredential registration() {
    return new FederatedIdentityCredential("cluster", issuer(), SUBJECT, List.of(AUDIENCE));
  }

  /** Another token each time, as clusters renew them. */
  String token() throws JOSEException {
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(SUBJECT)
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private void serve(String path, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package io.entrabroker.simulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** An OpenID provider that is not Entra, as a cluster or a Keycloak realm is one. */
final class ExternalIssuer implements AutoCloseable {

  private final HttpServer server;
  private final AtomicReference<RSAKey> key = new AtomicReference<>(newKey("external-1"));
  private final AtomicReference<String> issuerInMetadata = new AtomicReference<>();
  private final AtomicInteger keyRequests = new AtomicInteger();

  ExternalIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    issuerInMetadata.set(issuer());
    serve("/realms/r/.well-known/openid-configuration", this::metadata);
    serve(
        "/keys",
        () -> {
          keyRequests.incrementAndGet();
          return new JWKSet(key.get()).toPublicJWKSet().toString();
        });
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort() + "/realms/r";
  }

  int keyRequests() {
    return keyRequests.get();
  }

  /** The metadata now speaks of another issuer than the one asked. */
  void liesAboutItsName() {
    issuerInMetadata.set("https://somebody.else.example");
  }

  void rollsOverTo(String keyId) {
    key.set(newKey(keyId));
  }

  /** A token that fits the federated credential of the tests. */
  Assertion token(Instant now) {
    return Assertion.of(privateKey(), key.get().getKeyID(), now)
        .claim("iss", issuer())
        .claim("sub", "service-account-broker")
        .claim("aud", "api://AzureADTokenExchange");
  }

  private PrivateKey privateKey() {
    try {
      return key.get().toPrivateKey();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private String metadata() {
    return "{\"issuer\":\"%s\",\"jwks_uri\":\"http://localhost:%d/keys\"}"
        .formatted(issuerInMetadata.get(), server.getAddress().getPort());
  }

  private void serve(String path, Supplier<String> body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static RSAKey newKey(String keyId) {
    try {
      return new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

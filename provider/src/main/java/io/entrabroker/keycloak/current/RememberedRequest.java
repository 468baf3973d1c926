package io.entrabroker.keycloak.current;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.cert.X509Certificate;
import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;

/**
 * Stands in for a request where there is none, so that this server has the address under which the
 * sign-in saw it: an {@code Origin} and the issuer of an assertion are made of it.
 *
 * @param base the address, up to the realms
 */
record RememberedRequest(URI base) implements HttpRequest {

  @Override
  public UriInfo getUri() {
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getBaseUri", "getRequestUri", "getAbsolutePath" -> base;
                  case "getBaseUriBuilder", "getRequestUriBuilder", "getAbsolutePathBuilder" ->
                      UriBuilder.fromUri(base);
                  case "getPath" -> "";
                  default -> new MultivaluedHashMap<String, String>();
                });
  }

  @Override
  public String getHttpMethod() {
    return "GET";
  }

  @Override
  public MultivaluedMap<String, String> getDecodedFormParameters() {
    return new MultivaluedHashMap<>();
  }

  @Override
  public MultivaluedMap<String, FormPartValue> getMultiPartFormParameters() {
    return new MultivaluedHashMap<>();
  }

  @Override
  public HttpHeaders getHttpHeaders() {
    return (HttpHeaders)
        Proxy.newProxyInstance(
            HttpHeaders.class.getClassLoader(),
            new Class<?>[] {HttpHeaders.class},
            (proxy, method, arguments) ->
                method.getReturnType() == MultivaluedMap.class
                    ? new MultivaluedHashMap<String, String>()
                    : null);
  }

  @Override
  public X509Certificate[] getClientCertificateChain() {
    return new X509Certificate[0];
  }

  @Override
  public boolean isProxyTrusted() {
    return true;
  }
}

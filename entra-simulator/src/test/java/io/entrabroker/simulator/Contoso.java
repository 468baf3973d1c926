package io.entrabroker.simulator;

/** What the default directory holds, as tests name it. */
final class Contoso {

  static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  static final String DOMAIN = "contoso.example";

  static final String WEB = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  static final String WEB_SECRET = "simulated~Web.secret-of_contoso";
  static final String EXPIRED_SECRET = "simulated~Old.secret-of_contoso";
  static final String SPA = "b7a1c2d3-0002-4a4a-9b9b-c0ffee000002";
  static final String IMPLICIT = "b7a1c2d3-0003-4a4a-9b9b-c0ffee000003";
  static final String API = "b7a1c2d3-0004-4a4a-9b9b-c0ffee000004";

  private static final String BROKER = "http://localhost:8080/realms/openmetadata/broker/";
  static final String WEB_REDIRECT = BROKER + "entra/endpoint";
  static final String SPA_REDIRECT = BROKER + "entra-spa/endpoint";
  static final String IMPLICIT_REDIRECT = BROKER + "entra-implicit/endpoint";
  static final String ORIGIN = "http://localhost:8080";

  static final String ADA = "user-ada.lovelace";
  static final String ADA_ID = "ada00000-0000-4000-8000-000000000001";
  static final String ADA_UPN = "ada.lovelace@contoso.example";
  static final String GRACE_ID = "ada00000-0000-4000-8000-000000000002";
  static final String GRACE_UPN = "grace.hopper@contoso.example";
  static final String GRACE = "user-grace.hopper";
  static final String ALAN = "user-alan.turing";
  static final String HYPATIA = "user-hypatia";
  static final String ZOFIE = "user-zofie.novakova";
  static final String CHARLES = "user-charles.babbage";
  static final String BOB = "user-bob_fabrikam.example-ext";

  static final String STEWARDS = "97009500-0000-4000-8000-000000000001";
  static final String ANALYTICS = "97009500-0000-4000-8000-000000000002";
  static final String NEWSLETTER = "97009500-0000-4000-8000-000000000003";

  private Contoso() {}
}

package io.entrabroker.it.browser;

import java.util.Base64;

/**
 * The picture of the README: the sign-in page and what it leads to. It is left with the other
 * pictures; whoever changes the pages copies it to {@code docs/images/sign-in.png}.
 */
record ReadmePicture(String before, String after) {

  private static final String PAGE =
      """
      <!doctype html>
      <title>Sign-in</title>
      <style>
        body { margin: 0; padding: 12px; display: flex; align-items: center; gap: 12px;
          width: max-content; background: #ffffff; }
        img { display: block; width: 500px; border: 1px solid #c9ced6; border-radius: 6px; }
        svg { flex: none; }
      </style>
      <img src="%s" alt="">
      <svg width="40" height="24" viewBox="0 0 40 24" fill="none" stroke="#5b6375"
        stroke-width="3"><path d="M2 12h34M26 3l10 9-10 9"/></svg>
      <img src="%s" alt="">
      """;

  static ReadmePicture of(byte[] before, byte[] after) {
    return new ReadmePicture(source(before), source(after));
  }

  void drawnBy(Visitor visitor) {
    visitor.opens("about:blank");
    visitor.page().setViewportSize(1090, 590);
    visitor.page().setContent(PAGE.formatted(before, after));
    visitor.view("readme sign-in");
  }

  private static String source(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}

package io.entrabroker.catalog.config;

import java.util.regex.Pattern;

/**
 * Environment variables, one a line. OpenMetadata's container puts them into its YAML as they are;
 * Docker Compose reads the file as {@code .env} or {@code env_file}.
 */
final class DockerEnv {

  // Neither YAML nor Compose nor a shell reads anything into these.
  private static final Pattern PLAIN = Pattern.compile("[\\w .,:/@%+=~\\[\\]{}-]*");

  private DockerEnv() {}

  static String write(CatalogSettings settings) {
    StringBuilder out = new StringBuilder(Headline.of(settings));
    for (CatalogField field : CatalogFields.of(settings)) {
      field
          .variable()
          .ifPresent(
              name ->
                  out.append(Comment.of(field.why(), ""))
                      .append(name)
                      .append('=')
                      .append(quoted(field.in(settings).variable()))
                      .append('\n'));
    }
    return out.append(
            Headline.missing(
                settings, field -> field.variable().isPresent(), "an environment variable"))
        .toString();
  }

  // https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/: single
  // quotes keep everything as it is. Where nothing is to be set, YAML's empty text: OpenMetadata's
  // compose file puts its default in the place of an empty value.
  private static String quoted(String value) {
    if (value.isEmpty()) {
      return "'\"\"'";
    }
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "\\'") + "'";
  }
}

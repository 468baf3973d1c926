package io.entrabroker.themes;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A stock login page as Keycloak renders it with our theme: same FreeMarker settings, same order of
 * look-up (our files, then {@code keycloak.v2}, then {@code base}), same names in the data model.
 */
final class StockPage {

  private final StockThemes stock;
  private final String pageId;

  StockPage(StockThemes stock, String pageId) {
    this.stock = stock;
    this.pageId = pageId;
  }

  Document with(PageBeans.SocialProvider... providers) {
    StringWriter html = new StringWriter();
    try {
      freemarker().getTemplate(pageId + ".ftl", "UTF-8").process(model(providers), html);
    } catch (TemplateException e) {
      throw new AssertionError(pageId + ".ftl of " + stock + " does not render", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Jsoup.parse(html.toString());
  }

  private Configuration freemarker() throws IOException {
    Configuration settings = new Configuration(Configuration.VERSION_2_3_32);
    settings.setOutputFormat(HTMLOutputFormat.INSTANCE);
    settings.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    settings.setLogTemplateExceptions(false);
    Stream<TemplateLoader> ours = Stream.of(new FileTemplateLoader(ThemeFiles.LOGIN.toFile()));
    Stream<TemplateLoader> theirs =
        StockThemes.loginChain().stream().map(t -> new ClassTemplateLoader(stock.files(), t));
    settings.setTemplateLoader(
        new MultiTemplateLoader(Stream.concat(ours, theirs).toArray(TemplateLoader[]::new)));
    return settings;
  }

  private Map<String, Object> model(PageBeans.SocialProvider... providers) {
    Map<String, Object> model = new HashMap<>();
    model.put("pageId", pageId);
    model.put("lang", "en");
    model.put("darkMode", true);
    model.put("title", "Sign in");
    model.put("realm", realm());
    model.put(
        "url",
        Map.of(
            "resourcesPath",
            "/r",
            "resourcesCommonPath",
            "/c",
            "loginAction",
            "/login",
            "loginRestartFlowUrl",
            "/realms/catalog/login-actions/restart?tab_id=1",
            "ssoLoginInOtherTabsUrl",
            "/sso"));
    model.put("login", Map.of("username", ""));
    model.put("auth", new PageBeans.Attempt());
    model.put("messagesPerField", new PageBeans.NoFieldErrors());
    model.put("properties", properties());
    model.put("social", new PageBeans.SocialProviders(List.of(providers)));
    model.put("msg", texts());
    if (pageId.equals("error")) {
      model.put("message", Map.of("summary", "Refused.", "type", "error"));
    }
    model.put("kcSanitize", (TemplateMethodModelEx) arguments -> arguments.get(0));
    return model;
  }

  private static Map<String, Object> realm() {
    return Map.of(
        "password", true,
        "registrationAllowed", false,
        "registrationEmailAsUsername", false,
        "loginWithEmailAllowed", true,
        "resetPasswordAllowed", false,
        "rememberMe", false,
        "internationalizationEnabled", false,
        "displayName", "Catalog",
        "displayNameHtml", "Catalog");
  }

  private Properties properties() {
    Properties all = stock.loginProperties();
    all.putAll(ThemeFiles.properties(ThemeFiles.LOGIN.resolve("theme.properties")));
    return all;
  }

  private TemplateMethodModelEx texts() {
    Properties all = stock.englishTexts();
    all.putAll(ThemeFiles.properties(ThemeFiles.LOGIN.resolve("messages/messages_en.properties")));
    return arguments -> {
      String key = arguments.get(0).toString();
      List<?> values = arguments.subList(1, arguments.size());
      Object[] rest = values.stream().map(Object::toString).toArray();
      return new MessageFormat(all.getProperty(key, key), Locale.ENGLISH).format(rest);
    };
  }
}

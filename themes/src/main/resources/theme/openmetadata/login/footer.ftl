<#--
  Gives every provider of type "entra" the words that Microsoft asks for, on the button and as its accessible name,
  whatever display name the administrator chose (the admin console goes on to show that one).

  Why here: the stock pages import this file before they list the providers, and Keycloak keeps it for themes to
  replace. So the stock markup of the list, which changes between releases, need not be copied. A global variable
  hides the data-model variable of the same name for the rest of the page.
  Only the two pages that list providers: asking for the list reads the database.
-->
<#if ["login", "login-username"]?seq_contains(pageId!"") && (social.providers)?has_content>
  <#assign several = social.providers?filter(p -> p.providerId == "entra")?size gt 1>
  <#assign named = []>
  <#list social.providers as provider>
    <#if provider.providerId == "entra">
      <#assign label = several?then(msg("signInWithMicrosoftTo", provider.displayName!provider.alias), msg("signInWithMicrosoft"))>
      <#assign named += [provider + {"displayName": label, "iconClasses": properties["kcLogoIdP-entra"]}]>
    <#else>
      <#assign named += [provider]>
    </#if>
  </#list>
  <#global social = social + {"providers": named}>
</#if>

<#--
  The way out of the wrong account: who came here with it, or was refused with it, is still signed in at Microsoft.
  The page belongs to the provider's JAR; Keycloak has no variable for its address, only for its neighbours.
-->
<#assign isOffered = (pageId!"") == "error" || (["login", "login-username"]?seq_contains(pageId!"") && (social.providers)?has_content && social.providers?filter(p -> p.providerId == "entra")?has_content)>
<#assign neighbour = (url.loginRestartFlowUrl)!"">
<#macro content>
  <#if isOffered && neighbour?contains("/login-actions/")>
    <p id="sign-out-everywhere" class="sign-out-everywhere">${msg("wrongAccount")} <a href="${neighbour?keep_before("/login-actions/")}/openmetadata/sign-out">${msg("signOutEverywhere")}</a></p>
  </#if>
</#macro>

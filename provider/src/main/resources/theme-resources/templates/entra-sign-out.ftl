<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("entraSignOutTitle")}
  <#elseif section = "form">
    <div id="entra-sign-out" class="content-area">
      <#if signedInHere>
        <p class="instruction">${msg(microsoftToo?then("entraSignOutEverywhere", "entraSignOutHere"))}</p>
      <#elseif microsoftToo>
        <p class="instruction">${msg("entraSignOutAtMicrosoft")}</p>
      <#else>
        <p class="instruction">${msg("entraNotSignedIn")}</p>
      </#if>
      <#if signedInHere || microsoftToo>
        <form method="post">
          <input type="hidden" name="question" value="${question}">
          <div class="${properties.kcFormGroupClass!}">
            <input class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}"
                   type="submit" id="entra-confirm-sign-out"
                   value="${msg(signedInHere?then("entraDoSignOut", "entraDoSignOutAtMicrosoft"))}">
          </div>
        </form>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>

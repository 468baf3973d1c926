<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("entraSignedOutTitle")}
  <#elseif section = "form">
    <div id="entra-signed-out" class="content-area">
      <p class="instruction">${msg("entraSignedOut")}</p>
      <#if catalog?has_content>
        <p><a id="entra-catalog" href="${catalog}">${msg("entraToTheCatalog")}</a></p>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>

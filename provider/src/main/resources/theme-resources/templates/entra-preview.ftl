<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("entraPreviewTitle")}
  <#elseif section = "form">
    <style>
      #entra-preview { overflow-wrap: anywhere; }
      #entra-preview h2 { font-size: 1.1em; font-weight: 600; margin: 1.6em 0 .5em; }
      #entra-preview .entra-verdict { border-inline-start: 4px solid #3e8635; padding: .5em .9em; margin: 1em 0; }
      #entra-preview .entra-verdict.entra-refused { border-color: #c9190b; }
      #entra-preview .entra-verdict h2 { margin: 0 0 .3em; }
      #entra-preview dl { display: grid; grid-template-columns: 11em 1fr; gap: .3em 1em; margin: 0; }
      #entra-preview dt { font-weight: 600; }
      #entra-preview dd { margin: 0; }
      #entra-preview .entra-band { border-block-start: 1px solid rgba(128, 128, 128, .4); padding: .6em 0; }
      #entra-preview .entra-hint { font-size: .9em; opacity: .8; }
      @media (max-width: 30em) { #entra-preview dl { grid-template-columns: 1fr; } #entra-preview dd { margin-block-end: .5em; } }
    </style>
    <div id="entra-preview" class="content-area">
      <p class="instruction">${msg("entraPreviewIntroduction")}</p>
      <div id="entra-preview-verdict" class="entra-verdict ${preview.isAdmitted?then("entra-admitted", "entra-refused")}">
        <h2>${msg(preview.isAdmitted?then("entraPreviewAdmittedTitle", "entraPreviewRefusedTitle"))}</h2>
        <#if !preview.isAdmitted>
          <p lang="en"><strong>${preview.code}</strong> ${preview.what} ${preview.detail}</p>
          <p><strong>${msg("entraPreviewRemedy")}:</strong> <span lang="en">${preview.remedy}</span></p>
        </#if>
      </div>
      <#if preview.lines?has_content>
        <h2>${msg("entraPreviewRules")}</h2>
        <dl id="entra-preview-rules">
          <#assign before = "">
          <#list preview.lines as line>
            <dt><#if line.topic != before>${msg(line.topic)}</#if></dt>
            <dd>${msg(line.key, line.values[0]!"", line.values[1]!"")}</dd>
            <#assign before = line.topic>
          </#list>
        </dl>
      </#if>
      <#if preview.notes?has_content>
        <h2>${msg("entraPreviewNotes")}</h2>
        <#list preview.notes as note>
          <p lang="en"><strong>${note.code}</strong> ${note.what} ${note.remedy}</p>
        </#list>
      </#if>
      <#if preview.bands?has_content>
        <h2>${msg("entraPreviewCatalog")}</h2>
        <p class="entra-hint">${msg("entraPreviewCatalogHint")}</p>
        <div id="entra-preview-catalog">
          <#list preview.bands as band>
            <div class="entra-band">
              <dl>
                <dt>${msg("entraPreviewVersion")}</dt>
                <dd>${band.version}, ${band.clients}<#if band.version == preview.version> (${msg("entraPreviewConfigured")})</#if></dd>
                <#if band.isAccepted>
                  <dt>${msg("entraPreviewName")}</dt>
                  <dd>${band.username}<#if band.isAdmin> (${msg("entraPreviewAdmin")})</#if></dd>
                  <dt>${msg("entraPreviewEmail")}</dt>
                  <dd>${band.address}</dd>
                  <dt>${msg("entraPreviewDisplayName")}</dt>
                  <dd>${band.displayName?has_content?then(band.displayName, msg("entraPreviewNone"))}</dd>
                  <dt>${msg("entraPreviewRoles")}</dt>
                  <dd>${band.roleNames?has_content?then(band.roleNames?join(", "), msg("entraPreviewNone"))}</dd>
                  <dt>${msg("entraPreviewTeams")}</dt>
                  <dd>${band.teamNames?has_content?then(band.teamNames?join(", "), msg("entraPreviewNone"))}</dd>
                <#else>
                  <dt></dt>
                  <dd>${msg("entraPreviewRefusedThere", band.answer)}</dd>
                </#if>
              </dl>
            </div>
          </#list>
        </div>
      </#if>
      <h2>${msg("entraPreviewClaims")}</h2>
      <#if preview.claims?has_content>
        <dl id="entra-preview-claims">
          <#list preview.claims as claim>
            <dt>${claim.claim}</dt>
            <dd>${msg(claim.key, claim.values[0]!"", claim.values[1]!"")}</dd>
          </#list>
        </dl>
      <#else>
        <p>${msg("entraPreviewNoClaims")}</p>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>

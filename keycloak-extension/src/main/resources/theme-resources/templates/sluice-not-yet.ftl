<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("loginAccountTitle")}
    <#elseif section = "form">
        <div class="${properties.kcFormGroupClass!}">
            <p id="sluice-not-yet">${msg("sluiceNotYetOldSystem")}</p>
        </div>
        <div class="${properties.kcFormGroupClass!}">
            <a id="sluice-old-system" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${oldSystem}" rel="noreferrer">${msg("sluiceOldSystem")}</a>
        </div>
        <div class="${properties.kcFormGroupClass!}">
            <a id="sluice-back" href="${url.loginRestartFlowUrl}">${kcSanitize(msg("backToLogin"))?no_esc}</a>
        </div>
    </#if>
</@layout.registrationLayout>

<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("sluiceCodeTitle")}
    <#elseif section = "form">
        <form id="sluice-choice-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <p id="sluice-question">${msg("sluiceChooseFactor")}</p>
            <#list kinds as kind>
                <div class="${properties.kcFormGroupClass!}">
                    <button id="sluice-kind-${kind}" name="sluice-kind" value="${kind}" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit"><#if kind == "TOTP">${msg("sluiceFactorTOTP")}<#elseif kind == "SMS">${msg("sluiceFactorSMS")}<#else>${msg("sluiceFactorEMAIL")}</#if></button>
                </div>
            </#list>
        </form>
        <div class="${properties.kcFormGroupClass!}">
            <a id="sluice-back" href="${url.loginRestartFlowUrl}">${kcSanitize(msg("backToLogin"))?no_esc}</a>
        </div>
    </#if>
</@layout.registrationLayout>

<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("sluiceCodeTitle")}
    <#elseif section = "form">
        <form id="sluice-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <div class="${properties.kcFormGroupClass!}">
                <label id="sluice-question" for="sluice-code" class="${properties.kcLabelClass!}"><#if factor == "TOTP">${msg("sluiceCodeOfApp")}<#elseif destination?has_content>${msg("sluiceCodeSentTo", destination)}<#else>${msg("sluiceCodeSent")}</#if></label>
                <span class="${properties.kcInputClass!}">
                    <input id="sluice-code" name="sluice-code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="64" autofocus/>
                </span>
            </div>
            <div class="${properties.kcFormGroupClass!}">
                <button id="sluice-code-submit" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("sluiceContinue")}</button>
            </div>
        </form>
        <div class="${properties.kcFormGroupClass!}">
            <a id="sluice-back" href="${url.loginRestartFlowUrl}">${kcSanitize(msg("backToLogin"))?no_esc}</a>
        </div>
    </#if>
</@layout.registrationLayout>

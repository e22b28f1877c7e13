<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("emailVerifyTitle")}
    <#elseif section = "form">
        <form id="sluice-confirm-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <p id="sluice-question">${msg("confirmEmailAddressVerification", address)}</p>
            <div class="${properties.kcFormGroupClass!}">
                <button id="sluice-confirm" name="sluice-confirm" value="true" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("sluiceContinue")}</button>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>

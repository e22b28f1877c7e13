<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("sluiceEnrolTitle")}
    <#elseif section = "form">
        <form id="sluice-enrol-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <p id="sluice-question">${msg("sluiceEnrolQuestion")}</p>
            <div class="${properties.kcFormGroupClass!}">
                <button id="sluice-enrol-now" name="sluice-enrol-now" value="true" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("sluiceEnrolNow")}</button>
            </div>
            <div class="${properties.kcFormGroupClass!}">
                <button id="sluice-enrol-not-now" name="sluice-enrol-not-now" value="true" class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("sluiceEnrolNotNow")}</button>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>

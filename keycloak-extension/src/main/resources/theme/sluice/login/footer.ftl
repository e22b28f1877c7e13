<#-- Logo and colours: those of the client where it has its own, else those of the realm. What is
     not a colour, or not the name of a picture, is left out. -->
<#macro content>
    <#local looks = (((client.attributes["sluice.login.own"])!"") == "true")?then((client.attributes)!{}, (realm.attributes)!{})>
    <style id="sluice-looks">
        <@rules looks=looks root="html:not(.pf-v5-theme-dark)" mode="" />
        <@rules looks=looks root="html.pf-v5-theme-dark" mode=".dark" />
    </style>
</#macro>

<#function colour looks name>
    <#local value = (looks["sluice.login." + name])!"">
    <#if value?matches("#[0-9a-fA-F]{6}")>
        <#return value>
    </#if>
    <#return "">
</#function>

<#macro rules looks root mode>
    <#local page = colour(looks, "page" + mode)>
    <#local card = colour(looks, "card" + mode)>
    <#local text = colour(looks, "text" + mode)>
    <#local banner = colour(looks, "banner" + mode)>
    <#local bannerText = colour(looks, "banner-text" + mode)>
    <#local link = colour(looks, "link" + mode)>
    <#local button = colour(looks, "button" + mode)>
    <#local buttonText = colour(looks, "button-text" + mode)>
    <#local buttonHover = colour(looks, "button-hover" + mode)>
    <#local logo = (looks["sluice.login.logo" + mode])!"">
    <#if page?has_content>
        ${root} body { background: ${page}; }
    </#if>
    <#if card?has_content>
        ${root} .pf-v5-c-login__main { background-color: ${card}; }
    </#if>
    <#if text?has_content>
        ${root} .pf-v5-c-login__main { color: ${text}; --pf-v5-global--Color--100: ${text}; --pf-v5-global--Color--200: ${text}; }
        ${root} .pf-v5-c-login__main .pf-v5-c-title, ${root} .pf-v5-c-form__label-text, ${root} .pf-v5-c-check__label { color: ${text}; }
    </#if>
    <#if banner?has_content>
        ${root} #kc-header { background-color: ${banner}; padding: 1.5rem; }
    </#if>
    <#if bannerText?has_content>
        ${root} #kc-header-wrapper { color: ${bannerText} !important; }
    </#if>
    <#if link?has_content>
        ${root} .pf-v5-c-login__main { --pf-v5-global--link--Color: ${link}; --pf-v5-global--link--Color--hover: ${link}; }
    </#if>
    <#if button?has_content>
        ${root} .pf-v5-c-login__main-header { border-top-color: ${button}; }
        ${root} .pf-v5-c-button.pf-m-primary { --pf-v5-c-button--m-primary--BackgroundColor: ${button}; }
        <#list ["hover", "focus", "active"] as state>
            ${root} .pf-v5-c-button.pf-m-primary { --pf-v5-c-button--m-primary--${state}--BackgroundColor: ${buttonHover?has_content?then(buttonHover, button)}; }
        </#list>
    </#if>
    <#if buttonText?has_content>
        ${root} .pf-v5-c-button.pf-m-primary { --pf-v5-c-button--m-primary--Color: ${buttonText}; --pf-v5-c-button--m-primary--hover--Color: ${buttonText}; --pf-v5-c-button--m-primary--focus--Color: ${buttonText}; --pf-v5-c-button--m-primary--active--Color: ${buttonText}; }
    </#if>
    <#if logo?matches("[0-9a-f]{16}")>
        <#-- The realm's name stays there for those who have the page read to them. -->
        ${root} #kc-header-wrapper { background: url("${url.loginRestartFlowUrl?keep_before("/login-actions/")}/sluice-login/logo/${logo}") center / contain no-repeat; height: 4.5rem; color: transparent !important; font-size: 0; }
    </#if>
</#macro>

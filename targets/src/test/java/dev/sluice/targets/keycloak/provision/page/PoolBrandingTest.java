package dev.sluice.targets.keycloak.provision.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.branding.ManagedLoginStyle;
import dev.sluice.api.pool.branding.StyleAsset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolBrandingTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 5};

  @Test
  void classic_css_gives_its_colours_and_nothing_else() {
    PageBranding branding =
        pool(BrandedPool.classic(
                null,
                """
                /* .banner-customizable { background-color: red } */
                .logo-customizable { max-width: 60%; }
                .banner-customizable, .other { padding: 25px; background-color: #F6E8D0; }
                .submitButton-customizable { background: #b00b1e !important; }
                .submitButton-customizable:hover { background-color: #8a0917; color: white; }
                .label-customizable { color: rgb(10, 20, 30); }
                .redirect-customizable { color: url(javascript:alert(1)); }
                """,
                null))
            .pool();

    assertThat(branding.colours())
        .containsEntry("banner", "#f6e8d0")
        .containsEntry("banner-text", "#000000")
        .containsEntry("button", "#b00b1e")
        .containsEntry("button-text", "#ffffff")
        .containsEntry("button-hover", "#8a0917")
        .containsEntry("text", "#0a141e")
        .containsEntry("button.dark", "#b00b1e")
        .doesNotContainKeys("link", "page", "text.dark");
    assertThat(branding.lightOnly()).isTrue();
    assertThat(branding.logos()).isEmpty();
  }

  @Test
  void managed_login_gives_light_and_dark_colours_and_logos() {
    PageBranding branding =
        pool(BrandedPool.managed("web", settings("DYNAMIC"), logo("LIGHT", PNG))).pool();

    assertThat(branding.colours())
        .containsEntry("page", "#fdf6e3")
        .containsEntry("card", "#ffffff")
        .containsEntry("text", "#101010")
        .containsEntry("link", "#0972d3")
        .containsEntry("button", "#b00b1e")
        .containsEntry("button-text", "#fefefe")
        .containsEntry("button-hover", "#8a0917")
        .containsEntry("page.dark", "#0f1b2a")
        .containsEntry("button.dark", "#ff99aa")
        .containsEntry("button-text.dark", "#000000");
    assertThat(branding.lightOnly()).isFalse();
    assertThat(branding.logos()).containsOnlyKeys("logo");
    assertThat(branding.logos().values()).extracting(Picture::type).containsExactly("image/png");
  }

  @Test
  void a_style_that_is_light_only_has_no_dark_pages() {
    PageBranding branding = pool(BrandedPool.managed("web", settings("LIGHT"))).pool();

    assertThat(branding.lightOnly()).isTrue();
    assertThat(branding.colours())
        .containsEntry("button.dark", "#b00b1e")
        .doesNotContainKey("page.dark");
  }

  @Test
  void clients_that_look_different_are_told_apart() {
    PoolBranding looks =
        pool(
            BrandedPool.managed("web", settings("LIGHT")),
            BrandedPool.managed(
                "app",
                "{\"components\":{\"pageBackground\":"
                    + "{\"lightMode\":{\"color\":\"00aa55ff\"}}}}"));

    assertThat(looks.pool().colours()).containsEntry("page", "#fdf6e3");
    assertThat(looks.clients()).containsOnlyKeys("app");
    assertThat(looks.clients().values())
        .singleElement()
        .satisfies(own -> assertThat(own.colours()).containsEntry("page", "#00aa55"));
  }

  @Test
  void a_pool_that_nobody_has_dressed_has_no_looks() {
    assertThat(pool(new ManagedLoginStyle("web", true, null, List.of())).pool().none()).isTrue();
  }

  @Test
  void a_logo_that_is_no_picture_or_too_large_is_left_out() {
    byte[] html = "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8);
    byte[] large = new byte[Picture.MOST_BYTES + 1];
    System.arraycopy(PNG, 0, large, 0, PNG.length);

    assertThat(Picture.of(html)).isEmpty();
    assertThat(Picture.of(large)).isEmpty();
    assertThat(Picture.of("<svg xmlns='x'/>".getBytes(StandardCharsets.UTF_8)).orElseThrow().type())
        .isEqualTo("image/svg+xml");
  }

  @Test
  void looks_that_differ_have_different_marks() {
    assertThat(pool(BrandedPool.managed("web", settings("LIGHT"))).pool().fingerprint())
        .isEqualTo(pool(BrandedPool.managed("web", settings("LIGHT"))).pool().fingerprint())
        .isNotEqualTo(pool(BrandedPool.managed("web", settings("DYNAMIC"))).pool().fingerprint());
  }

  private static PoolBranding pool(Object... styles) {
    PoolInventory pool = BrandedPool.of(Map.of("web", List.of(), "app", List.of()), styles);
    return PoolBranding.of(pool);
  }

  private static StyleAsset logo(String mode, byte[] bytes) {
    return new StyleAsset("FORM_LOGO", mode, "PNG", Base64.getEncoder().encodeToString(bytes));
  }

  private static String settings(String mode) {
    return """
    {"categories":{"global":{"colorSchemeMode":"%s"}},
     "componentClasses":{
       "inputLabel":{"lightMode":{"textColor":"101010ff"}},
       "link":{"lightMode":{"defaults":{"textColor":"0972d3ff"}}}},
     "components":{
       "form":{"lightMode":{"backgroundColor":"ffffffff"},"logo":{"enabled":true}},
       "pageBackground":{"lightMode":{"color":"fdf6e3ff"},"darkMode":{"color":"0f1b2aff"}},
       "primaryButton":{
         "lightMode":{"defaults":{"backgroundColor":"b00b1eff","textColor":"fefefeff"},
                      "hover":{"backgroundColor":"8a0917ff"}},
         "darkMode":{"defaults":{"backgroundColor":"ff99aaff"}}}}}
    """
        .formatted(mode);
  }
}

package dev.sluice.targets.provision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamlMetadataTest {
  private static final String METADATA =
      """
      <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
          xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://corp.example/idp">
        <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
          <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data>
            <ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
          </md:KeyDescriptor>
          <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data>
            <ds:X509Certificate>BB
              BB</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
          </md:KeyDescriptor>
          <md:KeyDescriptor><ds:KeyInfo><ds:X509Data>
            <ds:X509Certificate>CCCC</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
          </md:KeyDescriptor>
          <md:SingleSignOnService Location="https://corp.example/post"
              Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"/>
          <md:SingleSignOnService Location="https://corp.example/redirect"
              Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"/>
        </md:IDPSSODescriptor>
      </md:EntityDescriptor>
      """;

  @Test
  void name_address_and_keys_for_signatures_are_read() {
    assertThat(SamlMetadata.read(METADATA))
        .contains(
            new SamlMetadata(
                "https://corp.example/idp", "https://corp.example/redirect", "BBBB,CCCC"));
  }

  @Test
  void what_is_no_metadata_is_not_read_and_neither_is_what_names_files() {
    assertThat(SamlMetadata.read("")).isEmpty();
    assertThat(SamlMetadata.read("{}")).isEmpty();
    assertThat(SamlMetadata.read("<a/>")).isEmpty();
    assertThat(
            SamlMetadata.read(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + METADATA))
        .isEmpty();
  }
}

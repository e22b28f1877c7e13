package dev.sluice.targets.provision;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The metadata of an identity provider (SAML 2.0 metadata, EntityDescriptor).
 *
 * @param ssoRedirect the address for logins with the redirect binding; empty if it has none
 * @param certificates the signing certificates, base64, separated by commas
 */
public record SamlMetadata(String entityId, String ssoRedirect, String certificates) {
  private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

  /** Reads metadata; empty if this is none. */
  public static Optional<SamlMetadata> read(String xml) {
    if (xml.isBlank()) {
      return Optional.empty();
    }
    try {
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
      parsers.setNamespaceAware(true);
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder parser = parsers.newDocumentBuilder();
      parser.setErrorHandler(null);
      return of(parser.parse(new InputSource(new StringReader(xml))));
    } catch (ParserConfigurationException | SAXException | IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<SamlMetadata> of(Document document) {
    List<Element> roles = all(document.getDocumentElement(), METADATA, "IDPSSODescriptor");
    if (roles.isEmpty()) {
      return Optional.empty();
    }
    String redirect =
        all(roles.getFirst(), METADATA, "SingleSignOnService").stream()
            .filter(each -> each.getAttribute("Binding").equals(REDIRECT))
            .map(each -> each.getAttribute("Location"))
            .findFirst()
            .orElse("");
    List<String> certificates =
        all(roles.getFirst(), METADATA, "KeyDescriptor").stream()
            .filter(key -> !key.getAttribute("use").equals("encryption"))
            .flatMap(key -> all(key, "*", "X509Certificate").stream())
            .map(each -> each.getTextContent().replaceAll("\\s", ""))
            .distinct()
            .toList();
    return Optional.of(
        new SamlMetadata(
            document.getDocumentElement().getAttribute("entityID"),
            redirect,
            String.join(",", certificates)));
  }

  private static List<Element> all(Element in, String namespace, String name) {
    NodeList nodes = in.getElementsByTagNameNS(namespace, name);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < nodes.getLength(); at++) {
      elements.add((Element) nodes.item(at));
    }
    return elements;
  }
}

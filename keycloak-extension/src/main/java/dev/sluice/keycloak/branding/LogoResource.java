package dev.sluice.keycloak.branding;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/**
 * Serves the realm's pictures to anyone, each under a name that no other picture will ever have.
 */
public final class LogoResource {
  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

  /**
   * The policy for pictures, because a picture may contain scripts: opened on its own, it can run
   * none.
   */
  private static final String NOTHING_BUT_STYLE =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private final KeycloakSession session;

  LogoResource(KeycloakSession session) {
    this.session = session;
  }

  @GET
  @Path("logo/{name}")
  public Response logo(@PathParam("name") String name) {
    Picture picture =
        Picture.read(session.getContext().getRealm().getAttribute("sluice.login.image." + name))
            .orElseThrow(NotFoundException::new);
    return Response.ok(picture.bytes(), picture.type())
        .header("Cache-Control", FOR_A_YEAR)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", NOTHING_BUT_STYLE)
        .build();
  }
}

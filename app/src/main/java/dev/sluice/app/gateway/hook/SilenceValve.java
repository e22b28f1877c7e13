package dev.sluice.app.gateway.hook;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Ends the connection of a call that is to get no answer, without a byte. Only the web server can
 * do that: whatever a servlet leaves unsaid is answered with an empty 200.
 */
final class SilenceValve extends ValveBase {
  private static final String WANTED = SilenceValve.class.getName();

  SilenceValve() {
    super(true);
  }

  /** This call is to get no answer, whatever becomes of it. */
  static void keepSilentTo(ServletRequest call) {
    call.setAttribute(WANTED, true);
  }

  /** This call is to get an answer after all. */
  static void answer(ServletRequest call) {
    call.removeAttribute(WANTED);
  }

  @Override
  public void invoke(Request call, Response answer) throws IOException, ServletException {
    getNext().invoke(call, answer);
    if (call.getAttribute(WANTED) != null) {
      answer.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
    }
  }
}

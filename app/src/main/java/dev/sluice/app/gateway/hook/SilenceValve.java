package dev.sluice.app.gateway.hook;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes the connection of a call that must get no answer, without a byte. Only the web server can
 * do that: if a servlet writes nothing, the server answers an empty 200.
 */
final class SilenceValve extends ValveBase {
  private static final String WANTED = SilenceValve.class.getName();

  SilenceValve() {
    super(true);
  }

  /** Marks the call to get no answer, whatever happens. */
  static void keepSilentTo(ServletRequest call) {
    call.setAttribute(WANTED, true);
  }

  /** Lets the call get an answer after all. */
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

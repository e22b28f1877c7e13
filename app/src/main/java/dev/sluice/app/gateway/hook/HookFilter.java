package dev.sluice.app.gateway.hook;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.target.login.AskedLogin;
import dev.sluice.api.target.login.HookReply;
import dev.sluice.app.gateway.login.AnswerTime;
import dev.sluice.app.gateway.login.FirstLoginMetrics;
import dev.sluice.app.gateway.login.Outages;
import dev.sluice.app.gateway.request.RequestBodies;
import dev.sluice.migration.login.FirstLoginAnswer;
import dev.sluice.migration.login.HookedAnswer;
import dev.sluice.migration.login.HookedLogin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code POST /hooks/…}: the target's own question about a first login. Such a target takes every
 * status for a wrong password, so only the hook may answer it. This filter therefore runs before
 * everything else that could answer. It closes the connection without a byte for an unknown caller,
 * an unreadable body, or a failure of ours.
 */
final class HookFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(HookFilter.class);
  private static final String HOOKS = "/hooks";

  private final Optional<HookedLogin> login;
  private final HookCallers callers;
  private final FirstLoginMetrics metrics;
  private final AnswerTime time;
  private final Confirming confirming;
  private final Outages outages = new Outages();

  HookFilter(
      Optional<HookedLogin> login,
      HookCallers callers,
      FirstLoginMetrics metrics,
      AnswerTime time,
      Confirming confirming) {
    this.login = login;
    this.callers = callers;
    this.metrics = metrics;
    this.time = time;
    this.confirming = confirming;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest call) {
    String path = call.getRequestURI();
    return !path.equals(HOOKS) && !path.startsWith(HOOKS + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest call, HttpServletResponse answer, FilterChain rest)
      throws ServletException, IOException {
    SilenceValve.keepSilentTo(call);
    if (replyTo(call) instanceof HookReply.Answer(int status, String json)) {
      SilenceValve.answer(call);
      write(answer, status, json);
    }
  }

  private HookReply replyTo(HttpServletRequest call) throws IOException {
    Optional<HookedLogin> asked = login.filter(each -> isAt(call, each));
    if (asked.isEmpty()) {
      return unheard("This target does not call " + HOOKS + " with this method and path.");
    }
    if (!callers.knows(call)) {
      return unheard(
          "A caller of "
              + HOOKS
              + " did not present the gateway's token: configure the target to send it; see"
              + " docs/gateway.md.");
    }
    AskedLogin question;
    try {
      question = read(call, asked.get());
    } catch (IllegalArgumentException | ResponseStatusException unreadable) {
      return unheard("The target's request cannot be read: " + unreadable.getMessage());
    }
    try {
      return replyTo(question, asked.get());
    } catch (RuntimeException fault) {
      LOG.error("A hook failed unexpectedly.", fault);
      return new HookReply.Silence();
    }
  }

  private static boolean isAt(HttpServletRequest call, HookedLogin login) {
    return HttpMethod.POST.matches(call.getMethod())
        && call.getRequestURI().equals(HOOKS + "/" + login.hook().name());
  }

  private HookReply replyTo(AskedLogin asked, HookedLogin hooked) {
    HookedAnswer answer =
        metrics.timed(() -> hooked.answer(asked, time.longest()), HookedAnswer::answer);
    if (answer.answer() instanceof FirstLoginAnswer.None none) {
      outages.tell(none.reason(), none.detail());
    }
    answer.assumed().ifPresent(confirming::soon);
    return answer.reply();
  }

  private static AskedLogin read(HttpServletRequest call, HookedLogin hooked) throws IOException {
    byte[] body = RequestBodies.bytes(call);
    try {
      return hooked.hook().read(body);
    } finally {
      Arrays.fill(body, (byte) 0);
    }
  }

  private HookReply unheard(String detail) {
    outages.tell(NoVerdictReason.MISCONFIGURED, detail);
    return new HookReply.Silence();
  }

  private static void write(HttpServletResponse answer, int status, String json)
      throws IOException {
    answer.setStatus(status);
    if (!json.isEmpty()) {
      answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
    }
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    answer.setContentLength(bytes.length);
    answer.getOutputStream().write(bytes);
  }
}

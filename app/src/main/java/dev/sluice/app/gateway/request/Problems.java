package dev.sluice.app.gateway.request;

import dev.sluice.api.ledger.LedgerException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.json.JsonMapper;

/** Reports what was wrong with a call as {@code application/problem+json} (RFC 9457). */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String SOON = "5";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> ledger(LedgerException unreadable) {
    LOG.warn("The ledger cannot be used: {}", unreadable.getMessage());
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, SOON)
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The ledger is unavailable."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unforeseen(RuntimeException fault) {
    LOG.error("A call failed unexpectedly.", fault);
    return ResponseEntity.internalServerError()
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "The gateway failed; its log says why."));
  }

  /** Answers for calls that reach no endpoint. */
  static void write(HttpServletResponse answer, HttpStatus status, String detail)
      throws IOException {
    answer.setStatus(status.value());
    answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    answer
        .getOutputStream()
        .write(
            JsonMapper.shared()
                .writeValueAsBytes(
                    Map.of(
                        "title", status.getReasonPhrase(),
                        "status", status.value(),
                        "detail", detail)));
  }
}

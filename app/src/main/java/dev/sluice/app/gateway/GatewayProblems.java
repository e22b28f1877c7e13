package dev.sluice.app.gateway;

import dev.sluice.migration.ledger.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a caller is told when a request cannot be answered, as RFC 9457 problems. */
@RestControllerAdvice
class GatewayProblems {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayProblems.class);

  @ExceptionHandler
  ProblemDetail malformed(MalformedRequestException problem) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, String.valueOf(problem.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownUserException problem) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, String.valueOf(problem.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> ledger(LedgerException problem) {
    LOG.error("The ledger cannot be used: {}", problem.getMessage());
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The ledger cannot be read or written now; the gateway's log says why."));
  }
}

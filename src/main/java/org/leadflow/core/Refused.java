package org.leadflow.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * A request that is answered "no" at a door: the HTTP status, a stable code and a sentence that
 * says what to do.
 *
 * <p>Rooms decide with values; their doors turn a "no" into this. It becomes a problem detail (RFC
 * 9457) there.
 */
public class Refused extends RuntimeException {

  /** The detail that says after how many seconds to try again. */
  public static final String RETRY_AFTER = "retryAfter";

  /** What stands above the named fields where they are all there is to say. */
  static final String WRONG_FIELDS = "Some fields are not as they must be.";

  private final HttpStatus status;
  private final String code;
  private final List<FieldFault> faults;
  private final Map<String, Object> details;

  public Refused(HttpStatus status, String code, String sentence, List<FieldFault> faults) {
    this(status, code, sentence, faults, Map.of());
  }

  /**
   * @param details further members of the problem detail, by name
   */
  public Refused(
      HttpStatus status,
      String code,
      String sentence,
      List<FieldFault> faults,
      Map<String, Object> details) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.faults = List.copyOf(faults);
    this.details = Map.copyOf(details);
  }

  /** The record is in a state that does not allow this. */
  public static Refused conflict(String code, String sentence) {
    return new Refused(HttpStatus.CONFLICT, code, sentence, List.of());
  }

  /** The request is understood and these fields are wrong; there is no more to say than that. */
  public static Refused invalid(List<FieldFault> faults) {
    return invalid("invalid", WRONG_FIELDS, faults);
  }

  /** The same of one field. */
  public static Refused invalid(String field, String message) {
    return invalid(List.of(new FieldFault(field, message)));
  }

  /**
   * Does nothing when there are no faults.
   *
   * @throws Refused naming every one of them
   */
  public static void ifAny(List<FieldFault> faults) {
    if (!faults.isEmpty()) {
      throw invalid(faults);
    }
  }

  /** The request is understood and its values are wrong; every wrong field is named. */
  public static Refused invalid(String code, String sentence, List<FieldFault> faults) {
    return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, code, sentence, faults);
  }

  /**
   * There is too much of it now; nothing was stored, and the same may be sent again.
   *
   * @param after how long to wait; told in whole seconds, at least one
   */
  public static Refused tooMuch(String code, String sentence, Duration after) {
    long seconds = Math.max(1, after.plusMillis(999).toSeconds());
    return new Refused(
        HttpStatus.TOO_MANY_REQUESTS, code, sentence, List.of(), Map.of(RETRY_AFTER, seconds));
  }

  /** The sentence with all faults behind it, for people who see nothing but a text. */
  public String inWords() {
    String details =
        faults.stream()
            .map(fault -> fault.field() + " " + fault.message() + ".")
            .filter(detail -> !getMessage().contains(detail))
            .collect(Collectors.joining(" "));
    return details.isEmpty() ? getMessage() : getMessage() + " " + details;
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<FieldFault> faults() {
    return faults;
  }

  public Map<String, Object> details() {
    return details;
  }
}

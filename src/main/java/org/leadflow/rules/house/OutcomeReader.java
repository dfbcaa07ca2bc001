package org.leadflow.rules.house;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadflow.rules.Blocker;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Points;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Target;

/** Reads what stands after {@code then}. */
public final class OutcomeReader {

  private record Form(Pattern pattern, Function<MatchResult, Outcome> outcome) {

    Form(String inner, Function<MatchResult, Outcome> outcome) {
      this(Pattern.compile("\\s*insert\\s*\\(\\s*" + inner + "\\s*\\)\\s*;?\\s*"), outcome);
    }
  }

  private static final String ID_AND_PRIORITY = "\\(\\s*\"([^\"]+)\"\\s*,\\s*(-?\\d+)\\s*\\)";

  private static final List<Form> FORMS =
      List.of(
          new Form(
              "new\\s+Blocker\\s*\\(\\s*\"([^\"]+)\"\\s*\\)", each -> new Blocker(each.group(1))),
          new Form(
              "new\\s+Points\\s*\\(\\s*(-?\\d+)\\s*\\)",
              each -> new Points(Integer.parseInt(each.group(1)))),
          new Form(
              "Receiver\\s*\\.\\s*(unit|partner)\\s*" + ID_AND_PRIORITY,
              each ->
                  new Receiver(
                      Receiver.Kind.valueOf(each.group(1).toUpperCase(Locale.ROOT)),
                      each.group(2),
                      Integer.parseInt(each.group(3)))),
          new Form(
              "Target\\s*\\.\\s*(person|queue|team|owner)\\s*" + ID_AND_PRIORITY,
              each ->
                  new Target(
                      Target.Kind.valueOf(each.group(1).toUpperCase(Locale.ROOT)),
                      each.group(2),
                      Integer.parseInt(each.group(3)))));

  private OutcomeReader() {}

  /**
   * The one outcome a consequence inserts; empty when it is none, or does anything else.
   *
   * @throws IllegalArgumentException if it cannot be meant, with a sentence: too many points, an
   *     unknown status reason, a number nobody can count to
   */
  public static Optional<Outcome> read(String consequence) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern.matcher(consequence);
      if (matcher.matches()) {
        return Optional.of(form.outcome.apply(matcher));
      }
    }
    return Optional.empty();
  }
}

package org.leadflow.rules.drools;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.lang.dsl.DSLMappingEntry;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;
import org.leadflow.rules.Finding;
import org.leadflow.rules.house.RuleFile;

/** The sentences of a {@code vocabulary.dsl}, and what each of them means. */
final class Sentences {

  private static final Pattern ENTRY =
      Pattern.compile(
          "\\s*\\[(when|then|condition|consequence|\\*|)\\]\\s*(.*?\\S)\\s*=\\s*(\\S.*)");
  private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(?:[.,]\\d{3})+");
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?:!(\\w+))?}");

  private final List<DSLMappingEntry> entries = new ArrayList<>();

  /** Reads the vocabulary line by line, so that a broken line takes no other with it. */
  static Sentences read(RuleFile file, List<Finding> findings) {
    var sentences = new Sentences();
    String[] lines = file.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("//")) {
        Optional<DSLMappingEntry> entry = entry(line);
        entry.ifPresent(sentences.entries::add);
        if (entry.isEmpty()) {
          findings.add(
              new Finding(
                  file.source(),
                  i + 1,
                  "this is no sentence and its meaning; write [when]sentence=condition or"
                      + " [then]sentence=outcome"));
        }
      }
    }
    sentences.entries.sort(
        Comparator.comparingInt(
            (DSLMappingEntry each) ->
                -VARIABLE.matcher(each.getMappingKey()).replaceAll("").length()));
    return sentences;
  }

  private static Optional<DSLMappingEntry> entry(String line) {
    var file = new DSLTokenizedMappingFile();
    try {
      if (ENTRY.matcher(line).matches()
          && balanced(line)
          && file.parseAndLoad(new StringReader(line))) {
        return file.getMapping().getEntries().stream().findFirst();
      }
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (RuntimeException broken) {
      return Optional.empty();
    }
  }

  /** The parser of the mapping prints to the console what it does not understand. */
  private static boolean balanced(String line) {
    int depth = 0;
    for (char c : line.toCharArray()) {
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  /** What a whole line means; empty when no sentence fits. */
  Optional<String> expand(String line, boolean consequence) {
    for (DSLMappingEntry entry : entries) {
      if (fits(entry, consequence)) {
        Matcher matcher = entry.getKeyPattern().matcher(line);
        if (matcher.matches()) {
          return Optional.of(filled(entry, matcher));
        }
      }
    }
    return Optional.empty();
  }

  /** The sentences most like a line. */
  List<String> nearest(String line, boolean consequence) {
    return entries.stream()
        .filter(each -> fits(each, consequence))
        .map(DSLMappingEntry::getMappingKey)
        .distinct()
        .sorted(
            Comparator.comparingDouble(
                    (String each) -> -Likeness.of(line, VARIABLE.matcher(each).replaceAll("")))
                .thenComparing(each -> each))
        .limit(3)
        .toList();
  }

  private static boolean fits(DSLMappingEntry entry, boolean consequence) {
    DSLMappingEntry.Section section = entry.getSection();
    return section == DSLMappingEntry.ANY
        || section == (consequence ? DSLMappingEntry.CONSEQUENCE : DSLMappingEntry.CONDITION);
  }

  private static String filled(DSLMappingEntry entry, Matcher matcher) {
    Map<String, Integer> groups = entry.getVariables();
    return VARIABLE
        .matcher(entry.getValuePattern())
        .replaceAll(
            variable -> {
              Integer group = groups.get(variable.group(1));
              String value = group == null ? "" : String.valueOf(matcher.group(group)).strip();
              return Matcher.quoteReplacement(shaped(value, variable.group(2)));
            });
  }

  /** A value as it has to stand in a condition. */
  private static String shaped(String value, String shape) {
    if (shape == null) {
      return value;
    }
    return switch (shape) {
      case "text" -> text(value);
      case "texts" -> String.join(", ", Values.split(value).stream().map(Sentences::text).toList());
      case "word" -> value.replaceAll("[^\\p{L}\\p{N}\\s_-]", "\\\\\\\\$0");
      case "number" -> number(value.replace(" ", "").replace("_", ""));
      default -> value;
    };
  }

  private static String number(String value) {
    if (THOUSANDS.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is read as thousands by some and not by others; write %s"
              .formatted(value, value.replaceAll("[.,]", "")));
    }
    return value;
  }

  private static String text(String value) {
    String bare =
        value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
            ? value.substring(1, value.length() - 1)
            : value;
    return "\"" + bare.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

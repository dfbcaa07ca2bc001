package org.leadflow.process.picture;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.process.house.Mark;
import org.leadflow.process.picture.LeadWay.Step;
import org.leadflow.process.picture.LeadWay.Stretch;

/** What a diagram shows of a lead's way: passed, now, failed, and the time where there was any. */
final class WayMarks {

  private static final String PASSED = "#d7f0dd";
  private static final String PASSED_LINE = "#1a7f37";
  private static final String NOW = "#ffe2b8";
  private static final String NOW_LINE = "#9a4a00";
  private static final String FAILED = "#ffd7d5";
  private static final String FAILED_LINE = "#b3171f";
  private static final Duration WORTH_SAYING = Duration.ofSeconds(1);

  private WayMarks() {}

  static Map<String, Mark> of(Stretch stretch) {
    Map<String, Mark> marks = new HashMap<>();
    stretch.taken().forEach(line -> marks.put(line.flow(), new Mark(PASSED, PASSED_LINE, null)));
    Map<String, List<Step>> byElement =
        stretch.steps().stream()
            .collect(Collectors.groupingBy(Step::element, LinkedHashMap::new, Collectors.toList()));
    byElement.forEach((element, times) -> marks.put(element, mark(times)));
    return marks;
  }

  private static Mark mark(List<Step> times) {
    Step last = times.get(times.size() - 1);
    if (times.stream().anyMatch(Step::failed)) {
      return new Mark(FAILED, FAILED_LINE, "failed");
    }
    return times.stream().anyMatch(Step::isNow)
        ? new Mark(NOW, NOW_LINE, "now · " + Spans.words(last.took()))
        : new Mark(PASSED, PASSED_LINE, words(times));
  }

  private static @Nullable String words(List<Step> times) {
    Duration all = times.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
    String often = times.size() > 1 ? times.size() + " ×" : "";
    String time = all.compareTo(WORTH_SAYING) < 0 ? "" : Spans.words(all);
    String both = often.isEmpty() || time.isEmpty() ? often + time : often + " · " + time;
    return both.isEmpty() ? null : both;
  }
}

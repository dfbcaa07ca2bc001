package org.leadflow.assignment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Cap;
import org.leadflow.assignment.web.MemberFields.CapFields;
import org.leadflow.assignment.web.PoolViews.MemberView;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;

/**
 * A member's settings as a person types them.
 *
 * @param caps as {@code 3 a day, 1 of grade A a week}
 */
record MemberForm(
    @Nullable Long version,
    @Nullable String weight,
    @Nullable String capacity,
    @Nullable String place,
    @Nullable Boolean paused,
    @Nullable String caps) {

  static MemberForm of(MemberView member) {
    MemberFields settings = member.settings();
    return new MemberForm(
        null,
        Objects.toString(settings.weight(), ""),
        Objects.toString(settings.capacity(), ""),
        Objects.toString(settings.place(), ""),
        settings.paused(),
        Objects.requireNonNull(settings.caps()).stream()
            .map(MemberForm::words)
            .collect(Collectors.joining(", ")));
  }

  MemberFields fields() {
    return new MemberFields(
        Typed.number("weight", weight),
        Typed.number("capacity", capacity),
        Typed.number("place", place),
        paused,
        read());
  }

  String ifMatch() {
    return Versions.tag(version);
  }

  private List<@Nullable CapFields> read() {
    var read = new ArrayList<@Nullable CapFields>();
    for (String each : Typed.list(caps)) {
      Cap cap =
          Cap.read(each)
              .orElseThrow(
                  () ->
                      Refused.invalid(
                          "caps",
                          "must be like \"3 a day, 1 of grade A a week\", not \"" + each + "\""));
      read.add(new CapFields(cap.period().name(), cap.kind(), cap.most()));
    }
    return read;
  }

  private static String words(CapFields cap) {
    return cap.most()
        + (cap.kind() == null ? "" : " of grade " + cap.kind())
        + " a "
        + Objects.requireNonNull(cap.period()).toLowerCase(Locale.ROOT);
  }
}

package org.leadflow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leadflow.duplicates.Trait.Weight;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class DuplicateSettingsTests {

  @Test
  void theFileOfSettingsSaysWhatHoldsWithoutIt() throws IOException {
    var file =
        new YamlPropertySourceLoader().load("settings", new ClassPathResource("application.yml"));

    DuplicateSettings written =
        new Binder(ConfigurationPropertySources.from(file))
            .bind("leadflow.duplicates", DuplicateSettings.class)
            .get();

    assertThat(written.points()).hasSize(Trait.values().length);
    for (Trait trait : Trait.values()) {
      assertThat(written.weight(trait)).as("%s", trait).isEqualTo(trait.weight());
    }
    assertThat(written.mergeFrom()).isEqualTo(Febrl.settingsAsShipped().mergeFrom());
    assertThat(written.askFrom()).isEqualTo(Febrl.settingsAsShipped().askFrom());
  }

  @Test
  void askingOnlyAboveMergingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(12, 14, Map.of()))
        .withMessageContaining("ask-from (14.0) must not be above merge-from (12.0)");
  }

  @Test
  void aNameAloneMayNeverBeEnough() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(14, 9, Map.of()))
        .withMessageContaining("a name alone is nobody");
  }

  @Test
  void pointsAgainstTheirSenseAreRefused() {
    Map<Trait, Weight> points = new EnumMap<>(Map.of(Trait.CITY, new Weight(-1, 2)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(14, 12, points))
        .withMessageContaining("CITY");
  }

  private static DuplicateSettings settings(
      double mergeFrom, double askFrom, Map<Trait, Weight> points) {
    return new DuplicateSettings(true, Set.of(), Set.of(), mergeFrom, askFrom, points);
  }
}

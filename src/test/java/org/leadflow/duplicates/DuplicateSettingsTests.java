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
    assertThat(written.rules()).containsOnlyKeys(TwinRule.values());
    for (TwinRule rule : TwinRule.values()) {
      assertThat(written.rules().get(rule)).as("%s", rule).isEqualTo(rule.verdict());
    }
    assertThat(written.isShared("info@vogel.example")).isTrue();
    assertThat(written.isShared("petra@vogel.example")).isFalse();
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

  @Test
  void noRuleCanBeMadeSurerThanItIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of(TwinRule.LEAD_SIMILAR, Verdict.SURE)))
        .withMessageContaining("leadflow.duplicates.rules.lead-similar cannot be sure");
  }

  @Test
  void aRuleCanBeMadeToAskOrToCountForNothing() {
    DuplicateSettings asking = settings(Map.of(TwinRule.LEAD_SAME_EMAIL, Verdict.ASK));
    DuplicateSettings ignoring = settings(Map.of(TwinRule.LEAD_SAME_EMAIL, Verdict.NOTHING));
    Someone withPhone = petra(Set.of("+49711123456"));
    Someone without = petra(Set.of());

    assertThat(asking.isSure(TwinRule.LEAD_SAME_EMAIL)).isFalse();
    assertThat(asking.asks(TwinRule.LEAD_SAME_EMAIL)).isTrue();
    assertThat(new TwinRules(asking).of(withPhone, withPhone))
        .hasValueSatisfying(found -> assertThat(found.rule()).isEqualTo(TwinRule.LEAD_SAME_EMAIL));
    assertThat(new TwinRules(ignoring).of(withPhone, withPhone))
        .hasValueSatisfying(found -> assertThat(found.rule()).isEqualTo(TwinRule.LEAD_SAME_PHONE));
    assertThat(new TwinRules(ignoring).of(withPhone, without)).isEmpty();
  }

  private static Someone petra(Set<String> phones) {
    return new Someone(
        Set.of("petra"),
        Set.of("vogel"),
        Set.of(),
        Set.of(),
        Set.of("petra@vogel.example"),
        phones,
        Place.of(null, null, null, null, null));
  }

  private static DuplicateSettings settings(Map<TwinRule, Verdict> rules) {
    return new DuplicateSettings(true, Set.of(), Set.of(), 14, 12, Map.of(), rules, Set.of());
  }

  private static DuplicateSettings settings(
      double mergeFrom, double askFrom, Map<Trait, Weight> points) {
    return new DuplicateSettings(
        true, Set.of(), Set.of(), mergeFrom, askFrom, points, Map.of(), Set.of());
  }
}

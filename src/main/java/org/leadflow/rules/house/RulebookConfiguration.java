package org.leadflow.rules.house;

import org.leadflow.rules.Rulebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules to work when the application starts, or stops the start. */
@Configuration(proxyBeanMethods = false)
class RulebookConfiguration {

  private static final Logger log = LoggerFactory.getLogger(RulebookConfiguration.class);

  @Bean
  Rulebook rulebook(RulesSettings settings, RuleCompiler compiler) {
    long start = System.nanoTime();
    Examination examination = new Examiner(compiler).examine(RulesFolder.at(settings.location()));
    Rulebook rulebook = examination.rulebook();
    log.info(
        "Rules from {}: {} rule sets, {} cases passed, in {} ms",
        settings.location(),
        rulebook.ruleSets().size(),
        examination.cases().size(),
        (System.nanoTime() - start) / 1_000_000);
    return rulebook;
  }
}

package org.leadflow.rules.drools;

import java.time.Duration;
import java.util.List;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.Examination;
import org.leadflow.rules.house.Examiner;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.house.RulesFolder;

/** Opens a rules folder with the real compiler, without the rest of the application. */
public final class RulesOpened {

  private RulesOpened() {}

  /** What there is to say about the rules in this directory or resource location. */
  public static Examination examine(String location) {
    return new Examiner(new DroolsCompiler()).examine(RulesFolder.at(location));
  }

  /** The rules of the project, as they are packed into the program. */
  public static Rulebook ofTheProject() {
    return examine("classpath:rules/").rulebook();
  }

  /** The same rules with a fifth of the usual time for each lead. */
  public static Compilation compileForTheHasty(RuleFile... files) {
    return new DroolsCompiler(Duration.ofMillis(200))
        .compile(files[0].folder(), "1", List.of(files));
  }

  /** What the compiler makes of these files of one folder. */
  public static Compilation compile(RuleFile... files) {
    return new DroolsCompiler().compile(files[0].folder(), "1", List.of(files));
  }
}

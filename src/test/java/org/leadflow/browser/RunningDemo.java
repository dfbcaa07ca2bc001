package org.leadflow.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** The demo behind a real port, its people there, its leads not; started once for all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("demo")
@ResourceLock("the running demo")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "leadflow.demo.password=" + RunningDemo.PASSWORD,
      "leadflow.administrator.password=",
      "leadflow.intake.demo-leads=false",
      "leadflow.duplicates.off-for-sources=" + RunningDemo.NOT_COMPARED,
      // A door that only tests have.
      "springdoc.paths-to-exclude=/api/test-door/**"
    })
public @interface RunningDemo {

  /** Of every user, the administrator too. */
  String PASSWORD = "Browser-Demo-2026";

  /** The source system of leads that are not compared with what is there. */
  String NOT_COMPARED = "not compared";
}

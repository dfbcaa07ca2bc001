package org.leadflow.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole application behind a real port, with {@link People} in it; started once for all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("the running product of access")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:safety;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "leadflow.administrator.id=ada",
      "leadflow.administrator.password=" + People.PASSWORD,
      "leadflow.organization.file=",
    })
@Import({People.class, Probe.class, TestDoor.class})
public @interface RunningLeadflow {}

/**
 * What leads were worth and how they were worked, counted for people: by source, by speed, by
 * deadlines kept, by turns taken, by rules.
 *
 * <p>Reports never read the wide tables in which leads live. {@link
 * org.leadflow.reporting.Counting} keeps one narrow row for each lead beside them, some seconds
 * behind, and every report says until when it is counted. Money is read where it stands, so it is
 * never behind. Guarded by {@code ReportNumbersTests}, which counts everything once more in plain
 * Java, and by {@code ReportsThroughTheDoorTests}.
 */
@ApplicationModule(
    displayName = "Reporting",
    allowedDependencies = {
      "core",
      "organization",
      "access",
      "lead",
      "rules",
      "rules :: explain",
      "assignment"
    })
@NullMarked
package org.leadflow.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

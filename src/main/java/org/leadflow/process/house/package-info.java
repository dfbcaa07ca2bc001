/**
 * The house of the process designers: reads {@code processes/}, says in their words what is to be
 * mended, and draws the pictures. The same rules hold for the tests, for the command {@code
 * check-processes} and when the product starts.
 *
 * <p>A finding that stops means that leads would get stuck or that a diagram could run code; all
 * others are about being read by people. Guarded by {@code HouseRulesTests}, {@code
 * DesignersDayTests}, {@code ExpectedRulesTests} and {@code ProcessHouseTests}.
 */
@NamedInterface("house")
@NullMarked
package org.leadflow.process.house;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

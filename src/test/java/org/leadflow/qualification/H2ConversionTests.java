package org.leadflow.qualification;

/** Conversions on the embedded database. */
class H2ConversionTests extends ConversionTests {}

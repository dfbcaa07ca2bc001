package org.leadflow.process.migration;

class H2MovedToTimersTests extends MovedToTimersTests {}

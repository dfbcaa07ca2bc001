package org.leadflow.process.migration;

class H2ProcessMigrationTests extends ProcessMigrationTests {}

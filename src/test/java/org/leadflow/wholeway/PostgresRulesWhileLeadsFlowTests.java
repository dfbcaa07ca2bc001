package org.leadflow.wholeway;

class PostgresRulesWhileLeadsFlowTests extends RulesWhileLeadsFlowTests implements OnPostgres {}

package org.leadflow.wholeway;

class H2RulesWhileLeadsFlowTests extends RulesWhileLeadsFlowTests {}

package org.leadflow.process.house;

import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** A call of a process, and the diagram in which it is drawn. */
record Call(HouseDiagram caller, CallActivity activity) {}

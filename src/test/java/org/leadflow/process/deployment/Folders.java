package org.leadflow.process.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leadflow.process.house.ProcessFolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Makes folders of small diagrams and forms. */
final class Folders {

  private Folders() {}

  static ProcessFolder folder(Path directory) {
    return new ProcessFolder(new PathMatchingResourcePatternResolver(), "file:" + directory);
  }

  static void write(Path directory, String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /** A process with one step between start and end. */
  static String process(String id, String step) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="first" sourceRef="start" targetRef="step" />
            %s
            <bpmn:sequenceFlow id="last" sourceRef="step" targetRef="end" />
            <bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """
        .formatted(id, step);
  }

  /** What the engine can read and not store. */
  static String withALongTag(String process) {
    return process.replace(
        "isExecutable", "camunda:versionTag=\"%s\" isExecutable".formatted("x".repeat(65)));
  }

  static String userTask(String form) {
    return """
        <bpmn:userTask id='step' name='Look' camunda:formRef='%s' camunda:formRefBinding='latest'
            camunda:candidateGroups='triage' camunda:modelerTemplate='org.leadflow.askTeam'>
          <bpmn:extensionElements><camunda:properties>
            <camunda:property name='onCreate' value='presentLead' />
          </camunda:properties></bpmn:extensionElements>
        </bpmn:userTask>
        """
        .formatted(form);
  }

  static String serviceTask(String block) {
    return "<bpmn:serviceTask id='step' name='Act' camunda:delegateExpression='${%s}'/>"
        .formatted(block);
  }

  static String callActivity(String process) {
    return """
        <bpmn:callActivity id='step' name='Call' calledElement='%s'><bpmn:extensionElements>
        <camunda:in businessKey='#{execution.processBusinessKey}'/></bpmn:extensionElements></bpmn:callActivity>
        """
        .formatted(process);
  }

  static String form(String id) {
    return "{ \"id\": \"%s\", \"type\": \"default\", \"schemaVersion\": 16, \"components\": [] }"
        .formatted(id);
  }
}

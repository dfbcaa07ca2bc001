package org.leadflow.process.deployment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * One diagram or form.
 *
 * @param name its path below the folder, with {@code /} on every system
 */
record ProcessFile(String name, byte[] content) {

  static final String DIAGRAM = ".bpmn";
  static final String FORM = ".form";

  boolean isDiagram() {
    return name.endsWith(DIAGRAM);
  }

  boolean isForm() {
    return name.endsWith(FORM);
  }

  /** The name without the folders above it. */
  String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The id that the process or form in this file must have: its file name without the ending. */
  String id() {
    return fileName().substring(0, fileName().lastIndexOf('.'));
  }

  InputStream open() {
    return new ByteArrayInputStream(content);
  }
}

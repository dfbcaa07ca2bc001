package org.leadflow.process.house;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One diagram or form.
 *
 * @param name its path below the folder, with {@code /} on every system
 */
public record ProcessFile(String name, byte[] content) {

  static final String DIAGRAM = ".bpmn";
  static final String FORM = ".form";

  boolean isDiagram() {
    return name.endsWith(DIAGRAM);
  }

  /** The name without the folders above it. */
  String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The id that the process or form in this file must have: its file name without the ending. */
  String id() {
    return fileName().substring(0, fileName().lastIndexOf('.'));
  }

  public InputStream open() {
    return new ByteArrayInputStream(content);
  }

  String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}

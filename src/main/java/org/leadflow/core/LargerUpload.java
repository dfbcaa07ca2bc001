package org.leadflow.core;

/**
 * A door that takes larger uploads than the others; it sees itself to it that they are received
 * into a file.
 *
 * @param path of the door, exactly
 * @param bytes of an upload, with the words around it
 */
public record LargerUpload(String path, long bytes) {}

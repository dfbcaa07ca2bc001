package org.leadflow.intake.csv.web;

import java.io.IOException;
import java.io.InputStream;
import org.leadflow.intake.csv.Imports;
import org.springframework.web.multipart.MultipartFile;

/** A file as a form sent it; its bytes lie in a file of the server, never in memory. */
record ReceivedFile(String fileName, MultipartFile file) implements Imports.Upload {

  @Override
  public long size() {
    return file.getSize();
  }

  @Override
  public InputStream open() throws IOException {
    return file.getInputStream();
  }
}

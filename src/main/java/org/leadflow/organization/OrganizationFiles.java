package org.leadflow.organization;

import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** The whole organisation as a file, out and in. */
@Component
public class OrganizationFiles {

  private final OrganizationImport imports;

  OrganizationFiles(OrganizationImport imports) {
    this.imports = imports;
  }

  /** A file that can be imported again, here or elsewhere; passwords are never in it. */
  public String export() {
    return OrganizationFileWriter.write(imports.export());
  }

  /**
   * Imports a file, all of it or nothing; see {@link ImportReport}.
   *
   * @param yaml the file's bytes, in UTF-8
   * @param trial whether only to tell what would change
   * @param deactivateMissing whether users whom the file does not name are switched off;
   *     administrators never are
   * @param byUserId who imports
   */
  public ImportReport put(byte[] yaml, boolean trial, boolean deactivateMissing, String byUserId) {
    OrganizationFile file;
    try {
      file =
          OrganizationFileReader.read(
              new ByteArrayResource(yaml, "The file"), imports.sectionNames());
    } catch (OrganizationFileRejected rejected) {
      return new ImportReport(false, List.of(), rejected.findings());
    }
    return imports.run(file, trial, deactivateMissing, byUserId);
  }
}

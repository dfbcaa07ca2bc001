package org.leadflow.lead.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.leadflow.lead.attachment.LeadAttachment;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file on its way out: to be kept and not shown, as the type that was found in it, and of no
 * power should a browser show it all the same.
 */
final class Download {

  private Download() {}

  static ResponseEntity<Resource> of(LeadAttachment attachment, InputStream content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(attachment.mediaType()))
        .contentLength(attachment.size())
        .cacheControl(CacheControl.noStore().cachePrivate())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment.fileName()).toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .body(new InputStreamResource(content));
  }

  /** A plain name is written plainly, for clients that know nothing else. */
  private static ContentDisposition disposition(String fileName) {
    ContentDisposition.Builder attachment = ContentDisposition.attachment();
    return StandardCharsets.US_ASCII.newEncoder().canEncode(fileName)
        ? attachment.filename(fileName).build()
        : attachment.filename(fileName, StandardCharsets.UTF_8).build();
  }
}

package org.leadflow.lead.attachment;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * How much of an upload is received at all, into a file and not into memory: the largest file with
 * the words around it. What exactly is too large is said by {@link Attachments}.
 */
@Configuration(proxyBeanMethods = false)
class UploadLimit {

  private static final DataSize WORDS = DataSize.ofMegabytes(1);

  @Bean
  MultipartConfigElement multipartConfigElement(AttachmentSettings settings) {
    DataSize limit = DataSize.ofBytes(settings.maxSize().toBytes() + WORDS.toBytes());
    var factory = new MultipartConfigFactory();
    factory.setFileSizeThreshold(DataSize.ofBytes(0));
    factory.setMaxFileSize(limit);
    factory.setMaxRequestSize(limit);
    return factory.createMultipartConfig();
  }
}

package org.leadflow.intake.csv.web;

import jakarta.servlet.MultipartConfigElement;
import org.leadflow.core.LargerUpload;
import org.leadflow.intake.csv.ImportSettings;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A servlet of its own for the door that takes large files, and for its page: into a file and never
 * into memory. How much of an upload is received is decided by servlet, and no other door needs so
 * much.
 */
@Configuration(proxyBeanMethods = false)
class UploadServlet {

  private static final String FOR_PROGRAMS = "/api/imports";
  private static final String FOR_PEOPLE = "/imports";
  private static final DataSize WORDS = DataSize.ofMegabytes(1);

  @Bean
  LargerUpload importUpload(ImportSettings settings) {
    return larger(FOR_PROGRAMS, settings);
  }

  @Bean
  LargerUpload importPageUpload(ImportSettings settings) {
    return larger(FOR_PEOPLE, settings);
  }

  private static LargerUpload larger(String path, ImportSettings settings) {
    return new LargerUpload(path, settings.maxSizeForOperators().toBytes() + WORDS.toBytes());
  }

  @Bean
  ServletRegistrationBean<DispatcherServlet> importServlet(
      WebApplicationContext beans, LargerUpload importUpload) {
    var servlet =
        new ServletRegistrationBean<>(new DispatcherServlet(beans), FOR_PROGRAMS, FOR_PEOPLE);
    servlet.setName("imports");
    servlet.setMultipartConfig(uploads(importUpload));
    return servlet;
  }

  private static MultipartConfigElement uploads(LargerUpload largest) {
    var factory = new MultipartConfigFactory();
    factory.setFileSizeThreshold(DataSize.ofBytes(0));
    factory.setMaxFileSize(DataSize.ofBytes(largest.bytes()));
    factory.setMaxRequestSize(DataSize.ofBytes(largest.bytes()));
    return factory.createMultipartConfig();
  }
}

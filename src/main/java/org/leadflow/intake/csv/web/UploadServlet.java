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
 * A servlet of its own for the one door that takes large files, into a file and never into memory:
 * how much of an upload is received is decided by servlet, and no other door needs so much.
 */
@Configuration(proxyBeanMethods = false)
class UploadServlet {

  private static final String PATH = "/api/imports";
  private static final DataSize WORDS = DataSize.ofMegabytes(1);

  @Bean
  LargerUpload importUpload(ImportSettings settings) {
    return new LargerUpload(PATH, settings.maxSizeForOperators().toBytes() + WORDS.toBytes());
  }

  @Bean
  ServletRegistrationBean<DispatcherServlet> importServlet(
      WebApplicationContext beans, LargerUpload importUpload) {
    var servlet = new ServletRegistrationBean<>(new DispatcherServlet(beans), PATH);
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

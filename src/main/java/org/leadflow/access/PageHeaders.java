package org.leadflow.access;

import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What our pages tell the browser: load nothing from elsewhere, run no script in the page, do not
 * let others frame you. A lead's card may be framed by ourselves, because the task's form shows it.
 * The engine's web applications send headers of their own, and only those.
 */
final class PageHeaders {

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors ";

  private PageHeaders() {}

  static void write(HeadersConfigurer<HttpSecurity> headers) {
    RequestMatcher ours = new NegatedRequestMatcher(Paths.CAMUNDA);
    RequestMatcher notFramed = new AndRequestMatcher(ours, new NegatedRequestMatcher(Paths.CARD));
    headers.defaultsDisabled();
    headers.addHeaderWriter(
        when(
            ours,
            new XContentTypeOptionsHeaderWriter(),
            new CacheControlHeadersWriter(),
            new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
            new HstsHeaderWriter(false)));
    headers.addHeaderWriter(
        when(
            notFramed,
            new ContentSecurityPolicyHeaderWriter(POLICY + "'none'"),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)));
    headers.addHeaderWriter(
        when(
            Paths.CARD,
            new ContentSecurityPolicyHeaderWriter(POLICY + "'self'"),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.SAMEORIGIN)));
  }

  private static HeaderWriter when(RequestMatcher requests, HeaderWriter... writers) {
    return new DelegatingRequestMatcherHeaderWriter(
        requests, new CompositeHeaderWriter(List.of(writers)));
  }
}

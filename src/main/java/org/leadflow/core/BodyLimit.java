package org.leadflow.core;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * No body of the API is larger than a mebibyte, some twenty times the largest lead; what is beyond
 * is never kept. An upload, wherever it goes, is as large as uploads may be; it is received into a
 * file. Stands before the login.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {

  private static final int LARGEST = 1024 * 1024;

  /**
   * How much of a larger body is read and thrown away: a connection closed while its client still
   * writes can lose the answer.
   */
  private static final int THROWN_AWAY = 16 * LARGEST;

  private static final String LOGIN =
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

  private final long largestUpload;
  private final List<LargerUpload> larger;
  private final ObjectMapper json;

  BodyLimit(MultipartConfigElement uploads, List<LargerUpload> larger, ObjectMapper json) {
    this.largestUpload = uploads.getMaxRequestSize();
    this.larger = larger;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !isForProgram(request) && !isUpload(request);
  }

  private static boolean isForProgram(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
  }

  /** To a door of ours; the engine's web applications see to their own. */
  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
        && !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isUpload(request)) {
      upload(request, response, chain);
    } else if (request.getContentLengthLong() > LARGEST) {
      throwAway(request.getInputStream());
      Problem.write(TooLarge.problem(), response, json);
    } else {
      chain.doFilter(new Counted(request), response);
    }
  }

  /** Of whom we know, one whose size is not announced is cut off where it is taken apart. */
  private void upload(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() < 0 && isStranger(request)) {
      refuse(
          request,
          response,
          Problem.of(
              HttpStatus.LENGTH_REQUIRED,
              "An upload says its size: send Content-Length, or log in first."));
      return;
    }
    long largest = largest(request);
    if (request.getContentLengthLong() <= largest) {
      chain.doFilter(request, response);
      return;
    }
    refuse(request, response, UnreadableUpload.tooLarge(largest));
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemDetail why)
      throws IOException {
    throwAway(request.getInputStream());
    if (isForProgram(request)) {
      Problem.write(why, response, json);
    } else {
      response.sendError(why.getStatus());
    }
  }

  private long largest(HttpServletRequest request) {
    if (isStranger(request)) {
      return largestUpload;
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return larger.stream()
        .filter(door -> door.path().equals(path))
        .mapToLong(LargerUpload::bytes)
        .findFirst()
        .orElse(largestUpload);
  }

  /**
   * Neither logged in nor about to be: his files are not received before anybody asks who he is.
   */
  private static boolean isStranger(HttpServletRequest request) {
    boolean says = isForProgram(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    return !says && WebUtils.getSessionAttribute(request, LOGIN) == null;
  }

  private static void throwAway(InputStream body) throws IOException {
    byte[] part = new byte[8192];
    int left = THROWN_AWAY;
    int read = 0;
    while (left > 0 && read >= 0) {
      read = body.read(part);
      left -= Math.max(read, 0);
    }
  }

  /** The body went on after the largest number of bytes. */
  static class TooLarge extends IOException {
    static ProblemDetail problem() {
      return Problem.of(
          HttpStatus.PAYLOAD_TOO_LARGE, "The request body has more than " + LARGEST + " bytes.");
    }
  }

  private static final class Counted extends HttpServletRequestWrapper {

    Counted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream());
    }
  }

  private static final class CountedStream extends ServletInputStream {

    private final ServletInputStream body;
    private int left = LARGEST;

    CountedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = body.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throwAway(body);
        throw new TooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}

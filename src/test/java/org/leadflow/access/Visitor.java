package org.leadflow.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser or a program: keeps cookies, follows no redirect, hides nothing. */
public class Visitor {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String address;

  public Visitor(int port) {
    this.address = "http://localhost:" + port;
  }

  /** A visitor who has logged in by the form and opened Tasklist once, if he may. */
  public static Visitor loggedIn(int port, String user) {
    var visitor = new Visitor(port);
    visitor.logIn(user, People.PASSWORD);
    visitor.get("/camunda/app/tasklist/default/");
    return visitor;
  }

  /** The token of this session, as the pages carry it. */
  public String csrf() {
    Matcher field = CSRF.matcher(get("/login").body());
    return field.find() ? field.group(1) : "";
  }

  public HttpResponse<String> logIn(String user, String password) {
    String token = csrf();
    return send(
        request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "username=%s&password=%s&_csrf=%s"
                        .formatted(encode(user), encode(password), encode(token)))));
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).header("Accept", "text/html,*/*;q=0.8"));
  }

  public HttpResponse<String> getJson(String path) {
    return send(request(path).header("Accept", "application/json"));
  }

  /** A form of a page of ours, with its token. */
  public HttpResponse<String> form(String path, String fields) {
    return send(
        request(path)
            .header("Accept", "text/html,*/*;q=0.8")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields + "&_csrf=" + encode(csrf()))));
  }

  /** With the engine's own CSRF token, as Tasklist sends it. */
  public HttpResponse<String> post(String path, String json) {
    return method("POST", path, json);
  }

  public HttpResponse<String> method(String method, String path, String json) {
    HttpRequest.Builder request =
        request(path)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return send(request);
  }

  /** As a program: user and password in the request, no CSRF token. */
  public HttpResponse<String> basic(String method, String path, String user, String password) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Authorization", "Basic " + credentials)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}")));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package io.tocsin.ingest.feed;

import io.tocsin.ingest.format.Document;
import io.tocsin.outbound.Client;
import io.tocsin.outbound.RetryAfter;
import io.tocsin.outbound.Vetting;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpMessage;

/**
 * One request for a feed to one address.
 *
 * @param known optional: validators of what came from there before
 * @param own whether the address has the origin that is configured, so that it gets the headers
 */
record Request(URI address, Feed.Web place, Validators known, boolean own, Instant now) {
  private static final String ACCEPT =
      "application/rss+xml, application/atom+xml, application/cap+xml, application/feed+json,"
          + " application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
  private static final Duration GONE_FOR = Duration.ofDays(1);

  Answer send(Client clients, Vetting vetting, Deadline deadline) throws IOException, FeedTrouble {
    var request = request();
    deadline.watch(request);
    try (var client = clients.open(vetting);
        var response = client.executeOpen(HttpHost.create(address), request, null)) {
      try {
        return answer(response);
      } finally {
        // without this, closing would read an endless body to its end
        request.cancel();
      }
    }
  }

  private HttpGet request() {
    var request = new HttpGet(address);
    request.addHeader("Accept", ACCEPT);
    request.addHeader("Accept-Encoding", "gzip");
    if (own) {
      place.headers().forEach(request::setHeader);
    }
    if (known != null && known.etag() != null) {
      request.addHeader("If-None-Match", known.etag());
    }
    if (known != null && known.lastModified() != null) {
      request.addHeader("If-Modified-Since", known.lastModified());
    }
    return request;
  }

  private Answer answer(ClassicHttpResponse response) throws IOException, FeedTrouble {
    int status = response.getCode();
    return switch (status) {
      case 200, 203 -> whole(response);
      case 204 -> new Answer.Unchanged();
      case 304 -> notModified();
      case 301, 308 -> moved(response, true);
      case 302, 303, 307 -> moved(response, false);
      case 410 ->
          throw new FeedTrouble(
              Trouble.GONE, "answers 410: it is gone for good; take it out", GONE_FOR, null);
      case 429, 503 -> throw busy(response);
      default -> throw new FeedTrouble(Trouble.BAD_ANSWER, "answers " + status);
    };
  }

  private Answer notModified() throws FeedTrouble {
    if (known == null) {
      throw new FeedTrouble(
          Trouble.BAD_ANSWER, "answers 304, although it was asked for the whole document");
    }
    return new Answer.Unchanged();
  }

  private Answer whole(ClassicHttpResponse response) throws IOException, FeedTrouble {
    var entity = response.getEntity();
    if (entity == null) {
      throw new FeedTrouble(Trouble.BAD_ANSWER, "answers without a document");
    }
    byte[] body =
        Body.read(entity.getContent(), header(response, "Content-Encoding"), Body.MAX_BYTES);
    byte[] bytes = Archive.opened(body, Body.MAX_BYTES);
    return new Answer.Whole(
        new Document(Feed.Web.shown(address), header(response, "Content-Type"), bytes),
        Validators.of(address, header(response, "ETag"), header(response, "Last-Modified"), now));
  }

  private Answer moved(ClassicHttpResponse response, boolean forGood) throws FeedTrouble {
    var to = header(response, "Location");
    try {
      if (to != null && !to.isBlank()) {
        return new Answer.Moved(address.resolve(to.strip()), forGood);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new FeedTrouble(
        Trouble.REDIRECTED, "answers %d and names no address".formatted(response.getCode()));
  }

  private FeedTrouble busy(ClassicHttpResponse response) {
    var asked = RetryAfter.read(header(response, "Retry-After"), now);
    var why = "answers %d%s";
    return new FeedTrouble(
        Trouble.BUSY,
        why.formatted(
            response.getCode(),
            asked
                .map(wait -> " and asks to be left alone for " + wait.toSeconds() + " s")
                .orElse("")),
        asked.orElse(Duration.ZERO),
        null);
  }

  private static String header(HttpMessage message, String name) {
    var header = message.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }
}

package io.tocsin.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads whatever texts a folder holds: labelled articles ({@code *.xml}), documents as re3d keeps
 * them ({@code documents.jsonl}) and plain files ({@code *.txt}).
 */
final class Documents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Documents() {}

  /**
   * Every text of a folder and the folders in it; a text that comes twice is read once.
   *
   * @throws BadCorpus where there is none
   * @throws IOException where one cannot be read
   */
  static List<Document> read(Path folder) throws IOException {
    var byText = new LinkedHashMap<String, Document>();
    for (var file : files(folder)) {
      for (var document : of(folder, file)) {
        byText.putIfAbsent(document.body(), document);
      }
    }
    if (byText.isEmpty()) {
      throw new BadCorpus(folder, "holds no articles: neither *.xml, documents.jsonl nor *.txt");
    }
    return List.copyOf(byText.values());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<Document> of(Path folder, Path file) throws IOException {
    var name = file.getFileName().toString();
    if (name.endsWith(".xml") && GeoparsingCorpus.isOne(file)) {
      return articles(file);
    }
    if (name.equals("documents.jsonl")) {
      return lines(file);
    }
    return name.endsWith(".txt")
        ? List.of(
            new Document(folder.relativize(file).toString(), "", Files.readString(file).strip()))
        : List.of();
  }

  /** Articles may share an id: parts of one page. */
  private static List<Document> articles(Path file) throws IOException {
    var documents = new ArrayList<Document>();
    for (var article : GeoparsingCorpus.read(file)) {
      documents.add(
          new Document(article.id() + "#" + documents.size(), "", article.text().strip()));
    }
    return documents;
  }

  private static List<Document> lines(Path file) throws IOException {
    var documents = new ArrayList<Document>();
    for (var line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        documents.add(document(file, line));
      }
    }
    return documents;
  }

  private static Document document(Path file, String line) {
    try {
      var object = JSON.readTree(line);
      return new Document(
          object.path("_id").asText(),
          object.path("title").asText(),
          object.path("text").asText().strip());
    } catch (JsonProcessingException e) {
      throw new BadCorpus(file, "must hold one JSON object a line: " + e.getOriginalMessage(), e);
    }
  }
}

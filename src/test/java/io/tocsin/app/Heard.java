package io.tocsin.app;

import io.tocsin.model.AlertLevelChange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes all that a command tells. */
final class Heard implements Watch {
  private final List<Results.Endpoint> endpoints = new CopyOnWriteArrayList<>();
  final List<String> said = new CopyOnWriteArrayList<>();
  final List<AlertLevelChange> changes = new CopyOnWriteArrayList<>();
  final List<Results.Refusal> refused = new CopyOnWriteArrayList<>();

  /** Where something is that is ready. */
  String address(String name) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.name().equals(name))
        .findFirst()
        .orElseThrow()
        .address();
  }

  @Override
  public void say(String notice) {
    said.add(notice);
  }

  @Override
  public void ready(List<Results.Endpoint> endpoints) {
    this.endpoints.addAll(endpoints);
    endpoints.forEach(endpoint -> said.add(endpoint.toString()));
  }

  @Override
  public void change(AlertLevelChange change) {
    changes.add(change);
  }

  @Override
  public void refused(Results.Refusal refusal) {
    refused.add(refusal);
  }

  @Override
  public Progress begin(String label, long total) {
    return new Progress() {
      @Override
      public void step(long steps) {}

      @Override
      public void label(String text) {}

      @Override
      public void close() {}
    };
  }
}

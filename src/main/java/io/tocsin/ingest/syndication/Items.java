package io.tocsin.ingest.syndication;

import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.Speaker;
import java.util.List;
import java.util.stream.Collectors;

/** From the items of a feed to records. */
final class Items {
  private Items() {}

  static Harvest harvest(Feed feed, List<Item> items, Speaker speaker, DeclaredLevels levels) {
    var names =
        items.stream()
            .map(Item::name)
            .collect(Collectors.groupingBy(n -> n, Collectors.counting()));
    var basket = new Harvest.Basket();
    int number = 0;
    for (var each : items) {
      number++;
      var item = names.get(each.name()) == 1 ? each : each.namedByTitle();
      basket.take("item " + number, () -> item.record(feed, speaker, levels));
    }
    return basket.harvest();
  }
}

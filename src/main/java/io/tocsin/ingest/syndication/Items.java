package io.tocsin.ingest.syndication;

import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.Speaker;
import java.util.List;

/** From the items of a feed to records. */
final class Items {
  private Items() {}

  static Harvest harvest(Feed feed, List<Item> items, Speaker speaker, DeclaredLevels levels) {
    var basket = new Harvest.Basket();
    int number = 0;
    for (var item : items) {
      number++;
      basket.take("item " + number, () -> item.record(feed, speaker, levels));
    }
    return basket.harvest();
  }
}

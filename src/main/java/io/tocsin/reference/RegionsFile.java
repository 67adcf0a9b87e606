package io.tocsin.reference;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;

/** Writes regions.csv. */
final class RegionsFile {
  private RegionsFile() {}

  /** Writes beside the target first, so that there is never half a file of that name. */
  static void write(Collection<Region> regions, Path target) throws IOException {
    var beside = target.resolveSibling(target.getFileName() + ".part");
    var schema =
        CsvSchema.builder().addColumns(PlaceRows.REGION_COLUMNS, CsvSchema.ColumnType.STRING);
    var mapper = CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
    try (var text = Files.newBufferedWriter(beside);
        var rows = mapper.writer(schema.setUseHeader(true).build()).writeValues(text)) {
      for (var region : regions) {
        rows.write(cells(region));
      }
    }
    Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Object[] cells(Region region) {
    return new Object[] {
      region.id(),
      region.parent(),
      region.kind(),
      region.name(),
      String.join("|", region.aliases()),
      region.lat(),
      region.lon(),
      region.population()
    };
  }
}

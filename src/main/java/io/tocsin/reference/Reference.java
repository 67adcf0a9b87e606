package io.tocsin.reference;

import java.nio.file.Path;
import java.util.HashSet;

/** The whole reference set, consistent in itself. */
public final class Reference {
  private final Regions regions;
  private final Groups groups;
  private final Entities entities;
  private final Sources sources;
  private final Authorities authorities;
  private final Scales scales;

  private Reference(
      Regions regions,
      Groups groups,
      Entities entities,
      Sources sources,
      Authorities authorities,
      Scales scales) {
    this.regions = regions;
    this.groups = groups;
    this.entities = entities;
    this.sources = sources;
    this.authorities = authorities;
    this.scales = scales;
  }

  /**
   * Reads a set. A shipped file beside a replaced one goes without what is no longer there: a
   * shipped group loses the countries that a folder's regions.csv does not have.
   *
   * @param folder whose files replace shipped ones of the same name; {@code null} for the shipped
   *     set alone
   * @throws InvalidReference with every broken rule of all files
   * @throws java.io.UncheckedIOException when a file cannot be read
   */
  public static Reference load(Path folder) {
    var faults = new Faults();
    var shelf = new Shelf(folder, faults);
    var regions = PlaceRows.regions(shelf.table("regions.csv", PlaceRows.REGION_COLUMNS));
    var groups = PlaceRows.groups(shelf.table("groups.csv", PlaceRows.GROUP_COLUMNS), regions);
    var entities = EntityRows.entities(shelf.table("entities.csv", EntityRows.COLUMNS));
    var sources =
        SpeakerRows.sources(shelf.table("sources.csv", SpeakerRows.SOURCE_COLUMNS), regions);
    var steps = ScaleRows.steps(shelf.table("scales.csv", ScaleRows.COLUMNS));
    var scales = new HashSet<String>();
    steps.forEach(step -> scales.add(step.scale()));
    var places = new HashSet<>(regions.keySet());
    groups.forEach(group -> places.add(group.id()));
    var authorities =
        SpeakerRows.authorities(
            shelf.table("authorities.csv", SpeakerRows.AUTHORITY_COLUMNS), places, scales);
    faults.check();
    return new Reference(
        new Regions(regions),
        new Groups(groups),
        new Entities(entities),
        new Sources(sources),
        new Authorities(authorities),
        new Scales(steps));
  }

  /** An id as its table has it, so that equal ids are one object; itself where none has it. */
  public String canonical(String id) {
    var entity = entities.canonical(id);
    var region = entity == null ? regions.canonical(id) : entity;
    return region == null ? id : region;
  }

  public Regions regions() {
    return regions;
  }

  public Groups groups() {
    return groups;
  }

  public Entities entities() {
    return entities;
  }

  public Sources sources() {
    return sources;
  }

  public Authorities authorities() {
    return authorities;
  }

  public Scales scales() {
    return scales;
  }
}

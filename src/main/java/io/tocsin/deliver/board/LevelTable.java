package io.tocsin.deliver.board;

import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latest states, in chunks that are copied when first written after a publication: a new
 * picture costs what has changed, not what there is. One thread writes, any number read.
 */
final class LevelTable {
  private final Map<Subject, Integer> slots = new ConcurrentHashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final BitSet own = new BitSet();
  private State[][] chunks = {};
  private final int[] counts = new int[Level.values().length];
  private final int[] regions = new int[Level.values().length];
  private int used;
  private long modifiedAt;
  private volatile Levels published = new Levels(new State[0][], new Census(counts, regions), 0);

  void put(State state, long emittedAt) {
    var known = slots.get(state.subject());
    int slot = known == null ? free() : known;
    replace(slot, state);
    if (known == null) {
      slots.put(state.subject(), slot);
    }
    modifiedAt = Math.max(modifiedAt, emittedAt);
  }

  void remove(Subject subject, long emittedAt) {
    var slot = slots.remove(subject);
    if (slot != null) {
      replace(slot, null);
      free.push(slot);
      modifiedAt = Math.max(modifiedAt, emittedAt);
    }
  }

  private void replace(int slot, State state) {
    var chunk = chunk(slot);
    int place = slot & Levels.CHUNK - 1;
    count(chunk[place], -1);
    count(state, 1);
    chunk[place] = state;
  }

  private void count(State state, int change) {
    if (state != null) {
      var of = state.subject().isOverall() ? regions : counts;
      of[state.level().ordinal()] += change;
    }
  }

  /** Shows readers what has been written. */
  void publish() {
    own.clear();
    published = new Levels(chunks.clone(), new Census(counts, regions), modifiedAt);
  }

  Levels published() {
    return published;
  }

  Optional<State> find(Subject subject) {
    var slot = slots.get(subject);
    return slot == null
        ? Optional.empty()
        : Optional.ofNullable(published.at(slot)).filter(s -> s.subject().equals(subject));
  }

  private int free() {
    return free.isEmpty() ? used++ : free.pop();
  }

  private State[] chunk(int slot) {
    int index = slot >> Levels.CHUNK_BITS;
    if (index == chunks.length) {
      chunks = Arrays.copyOf(chunks, index + 1);
      chunks[index] = new State[Levels.CHUNK];
      own.set(index);
    } else if (!own.get(index)) {
      chunks[index] = chunks[index].clone();
      own.set(index);
    }
    return chunks[index];
  }
}

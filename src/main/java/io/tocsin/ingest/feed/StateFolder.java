package io.tocsin.ingest.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of feeds, in files: of each its status ({@code ID.json}) and its items ({@code
 * ID.items.json}), replaced as wholes, so that whoever reads sees the one or the other. A look at a
 * feed holds its lock, among processes too.
 */
public final class StateFolder {
  private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(new Moments())
                  .addDeserializer(Instant.class, new MomentsRead()))
          .build();

  private final Path folder;

  public StateFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Locks a feed.
   *
   * @return empty where somebody else has it
   */
  Optional<Closeable> lock(String feed) throws IOException {
    Files.createDirectories(folder);
    var channel =
        FileChannel.open(
            folder.resolve(feed + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // another part of this process has it
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /** Empty for a feed that was never looked at. */
  Optional<Status> status(String feed) throws IOException {
    return read(feed + ".json", Status.class);
  }

  Memory memory(String feed) throws IOException {
    return read(feed + ".items.json", Memory.class).orElse(Memory.EMPTY);
  }

  void save(String feed, Status status) throws IOException {
    write(feed + ".json", status);
  }

  void save(String feed, Memory memory) throws IOException {
    write(feed + ".items.json", memory);
  }

  private <T> Optional<T> read(String name, Class<T> type) throws IOException {
    var file = folder.resolve(name);
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      var aside = folder.resolve(name + ".broken");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.warn(
          "{} was not what is written there ({}); it is put aside", file, e.getOriginalMessage());
      return Optional.empty();
    }
  }

  private void write(String name, Object value) throws IOException {
    Files.createDirectories(folder);
    var draft = folder.resolve(name + ".draft");
    try (var channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(value));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        draft,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Moments as UTC epoch ms. */
  private static final class Moments extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    Moments() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(value.toEpochMilli());
    }
  }

  private static final class MomentsRead extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    MomentsRead() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Instant.ofEpochMilli(in.getLongValue());
    }
  }
}

package io.tocsin.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VettingTest {
  private static Vetting resolving(String address, String... allowed) {
    return new Vetting(Set.of(allowed), host -> new InetAddress[] {InetAddress.getByName(address)});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "4000::1"
      })
  void shouldRefuse_whatLiesInsideANetwork(String address) {
    assertThatThrownBy(() -> resolving(address).resolve("news.example.org"))
        .isInstanceOf(Vetting.Refused.class)
        .hasMessageStartingWith("news.example.org is at ");
    assertThatThrownBy(() -> resolving(address, "other.example.org").resolve("news.example.org"))
        .isInstanceOf(Vetting.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1"})
  void shouldTake_whatIsPublic(String address) throws IOException {
    assertThat(resolving(address).resolve("news.example.org"))
        .containsExactly(InetAddress.getByName(address));
  }

  @Test
  void shouldTakeAnyAddress_ofAHostThatIsNamed() throws IOException {
    assertThat(resolving("127.0.0.1", "localhost").resolve("LOCALHOST.")).hasSize(1);
  }

  @Test
  void shouldRefuse_whenOneOfManyLiesInside() {
    var both =
        new Vetting(
            Set.of(),
            host ->
                new InetAddress[] {
                  InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")
                });

    assertThatThrownBy(() -> both.resolve("news.example.org")).isInstanceOf(Vetting.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://user:word@example.org/",
        "http:///x",
        "http://example.org:0/",
        "gopher://example.org"
      })
  void shouldRefuse_whatIsNoPlainAddressOfTheWeb(String address) {
    assertThatThrownBy(() -> Vetting.checked(URI.create(address))).isInstanceOf(IOException.class);
  }
}

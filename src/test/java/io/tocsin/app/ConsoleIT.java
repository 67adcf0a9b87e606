package io.tocsin.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tocsin.testing.Chromium;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console in a real browser, on the demo that was played. */
class ConsoleIT {
  private static final String BIRMINGHAM = "/subject/isil/GB-BIR";
  private static final int PATIENCE_MILLIS = 60_000;

  /** The fewer, the sooner a demo is there. */
  private static final int PARTITIONS = 2;

  /** Pictures for the documentation are taken with {@code -Dtocsin.pictures=docs/images}. */
  private static final Path SHOTS =
      Path.of(System.getProperty("tocsin.pictures", "target/console"));

  @TempDir static Path folder;
  private static Chromium chromium;
  private static DemoUp demo;

  private final List<String> troubles = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void playTheDemo() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    chromium = Chromium.start();
    demo = new DemoUp(folder.resolve("data"), 0, PARTITIONS).played();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @BeforeEach
  void open() {
    look(new Browser.NewContextOptions().setViewportSize(1440, 1000));
  }

  private void look(Browser.NewContextOptions how) {
    if (context != null) {
      context.close();
    }
    context = chromium.browser().newContext(how);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onPageError(troubles::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(demo.address())) {
            troubles.add("asked elsewhere: " + request.url());
          }
        });
  }

  @AfterEach
  void close() {
    context.close();
    assertThat(troubles).isEmpty();
  }

  private void go(String path) {
    page.navigate(demo.address() + path);
    assertThat(page.locator("#connection")).hasText("live");
  }

  private Locator rows() {
    return page.locator("table.levels tbody tr");
  }

  private void shoot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve("console-" + name + ".png")));
  }

  @Test
  void shouldShowEverySubject_andFilterByTheAddress() {
    go("/?q=birmingham&entity=isil");

    assertThat(rows()).hasCount(1);
    assertThat(rows().first()).containsText("Birmingham");
    assertThat(rows().first()).containsText("SEVERE");

    page.getByLabel("Search").fill("paris");
    assertThat(rows().first()).containsText("Paris");
    assertThat(URI.create(page.url()).getQuery()).contains("q=paris");

    page.reload();
    assertThat(page.getByLabel("Search")).hasValue("paris");
  }

  @Test
  void shouldTellNotAssessedFromLow_onTheMap() {
    go("/");

    assertThat(page.locator("path.country[data-level=SEVERE]").first()).isAttached();
    assertThat(page.locator("path.country[data-level=LOW].unassessed")).hasCount(0);
    assertThat(page.locator("path.country.unassessed").first()).isAttached();
    shoot("now");
    page.getByLabel("Official (areas)").uncheck();
    assertThat(page.locator("path.country[data-level]")).hasCount(0);
  }

  @Test
  void shouldExplainASubject_withItsStoriesAndWhatWouldChangeIt() {
    go(BIRMINGHAM);

    assertThat(page.locator(".timeline .step.official").first()).isAttached();
    assertThat(page.getByText("denied by").first()).isVisible();
    assertThat(page.getByText("What would change this")).isVisible();
    assertThat(page.getByText("brings the score to")).isVisible();
    shoot("subject");

    var fold = page.locator("button.fold").first();
    int folded = page.locator("table.evidence tbody tr").count();
    fold.click();
    assertThat(fold).hasAttribute("aria-expanded", "true");
    assertThat(page.locator("table.evidence tbody tr").count()).isGreaterThan(folded);

    page.locator("table.evidence a[href^='/story/']").first().click();
    assertThat(page.getByText("of one story")).isVisible();
    shoot("story");
  }

  @Test
  void shouldShowThePipeline_andThatItsBooksBalance() {
    go("/pipeline");

    assertThat(page.locator("svg.pipes g.topic").first()).isAttached();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The books")))
        .containsText("balance");
    shoot("pipeline");
  }

  @Test
  void shouldTryAReport_andPublishNothing() throws Exception {
    go("/try");
    var before = read();

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try it")).click();

    assertThat(page.locator("#outcome mark.region").first()).isVisible();
    assertThat(page.locator("#outcome")).containsText("Birmingham");
    assertThat(read()).isEqualTo(before);
    shoot("try");
  }

  private static String read() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(demo.address() + "/api/v1/books")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void shouldShowAChangeByItself_andWhoDidIt() {
    go("/subject/isil/AU-NSW");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pin a level")).click();
    page.locator("dialog select[name=level]").selectOption("CRITICAL");
    page.getByLabel("Until (UTC)").fill("2099-01-01T00:00");
    page.getByLabel("Reason").fill("Exercise of the browser test");
    page.getByLabel("Your name").fill("test-desk");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Review")).click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("stays at CRITICAL");
    var watching = context.newPage();
    watching.navigate(demo.address() + "/?q=new+south+wales&entity=isil");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pin").setExact(true))
        .click();

    var row =
        watching
            .locator("table.levels tbody tr")
            .filter(new Locator.FilterOptions().setHasText("CRITICAL"));
    assertThat(row.first()).containsText("CRITICAL");
    go("/audit");
    assertThat(page.locator("main")).containsText("Exercise of the browser test");
    shoot("audit");
  }

  @Test
  void shouldBeUsedByKeyboardAlone() {
    go("/?entity=isil");
    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to content")).isFocused();
    page.keyboard().press("Enter");
    page.locator("table.levels a").first().focus();
    page.keyboard().press("Enter");

    assertThat(page).hasURL(Pattern.compile(".*/subject/isil/.*"));
    page.goBack();
    assertThat(page).hasURL(Pattern.compile(".*\\?entity=isil(#main)?$"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", BIRMINGHAM, "/pipeline", "/try", "/audit"})
  void shouldHaveNoSeriousFinding_inLightAndDark(String path) {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      look(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(1280, 900));
      go(path);
      assertThat(page.locator("main .loading")).hasCount(0);

      var serious =
          new AxeBuilder(page)
              .analyze().getViolations().stream()
                  .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                  .map(ConsoleIT::told)
                  .toList();
      assertThat(serious).as(path + " " + scheme).isEmpty();
    }
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", BIRMINGHAM, "/pipeline", "/try", "/audit"})
  void shouldFitAPhone(String path) {
    look(new Browser.NewContextOptions().setViewportSize(360, 740));
    go(path);
    assertThat(page.locator("main .loading")).hasCount(0);

    var width = page.evaluate("document.documentElement.scrollWidth");

    assertThat((Integer) width).isLessThanOrEqualTo(360);
  }

  @Test
  void shouldGoOnByItself_whenTheServerComesBack() throws Exception {
    int port = freePort();
    var data = folder.resolve("restarted");
    var first = new DemoUp(data, port, PARTITIONS).played();
    var watching = chromium.browser().newPage();
    try {
      watching.navigate("http://127.0.0.1:" + port + "/");
      assertThat(watching.locator("#connection")).hasText("live");
      first.close();
      assertThat(watching.locator("#connection")).containsText("connection lost");
      try (var second = new DemoUp(data, port, PARTITIONS)) {
        second.played();
        assertThat(watching.locator("#connection")).hasText("live");
      }
    } finally {
      watching.close();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

# Tocsin in a container: docker build -t tocsin .
#
# Both images are arguments, so that a mirror or a later Java can be named. What runs needs sh, bash and Java 17 or
# later. No package is installed, nor any user made: the files in it are the same on any day.
ARG BUILD_BASE=eclipse-temurin:17-jdk
ARG BASE=eclipse-temurin:17-jre

FROM ${BUILD_BASE} AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY schemas schemas
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip=true -Djacoco.skip=true -Dcyclonedx.skip=true package
COPY tocsin deploy/compose/is-ready ./
# entries of the jar bear the time that pom.xml states, and so do the files here
RUN mkdir -p out/target out/data && mv tocsin is-ready out/ && mv target/tocsin.jar target/lib out/target/ \
    && cp -R src/main/resources/scenarios out/scenarios \
    && chmod -R u=rwX,go=rX out && chmod 755 out/tocsin out/is-ready \
    && find out -exec touch -d "$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' pom.xml)" {} +

FROM ${BASE}
# libraries change seldom: a layer of their own
COPY --from=build /build/out/target/lib /opt/tocsin/target/lib
COPY --from=build /build/out/scenarios /opt/tocsin/scenarios
COPY --from=build /build/out/tocsin /build/out/is-ready /opt/tocsin/
COPY --from=build /build/out/target/tocsin.jar /opt/tocsin/target/tocsin.jar
# a volume that is mounted there the first time takes its owner from here
COPY --from=build --chown=10001:10001 /build/out/data /var/lib/tocsin
COPY --from=build --chown=10001:10001 /build/out/data /tokens
COPY --from=build --chown=10001:10001 /build/out/data /scrape

# Half of the memory for the heap: RocksDB, threads and buffers live outside of it. Out of memory ends the process
# rather than a thread of it, and the container starts anew. The collector is the JVM's choice by its size, and the
# launcher's for commands that end soon.
ENV PATH=/opt/tocsin:$PATH \
    HOME=/var/lib/tocsin \
    TOCSIN_DATA=/var/lib/tocsin \
    TOCSIN_HTTP_PORT=8080 \
    TOCSIN_JAVA_OPTS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"
USER 10001:10001
WORKDIR /var/lib/tocsin
VOLUME /var/lib/tocsin
EXPOSE 8080
# restoring much state takes minutes: it is starting until then, not ill
HEALTHCHECK --interval=5s --timeout=5s --start-period=5m --retries=6 CMD ["is-ready"]
ENTRYPOINT ["tocsin"]
CMD ["process"]

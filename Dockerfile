# Tocsin in a container: docker build -t tocsin .
#
# Both images are arguments, so that a mirror or a later Java can be named. What runs needs sh, bash and Java 17 or
# later. No package is installed, nor any user made: the files in it are the same on any day.
#
# The program comes from its sources; with SOURCE=built it is what ./mvnw package has left in target/, the very jar that
# was tested, and the image takes seconds.
ARG BUILD_BASE=eclipse-temurin:17-jdk
ARG BASE=eclipse-temurin:17-jre
ARG SOURCE=build

FROM ${BUILD_BASE} AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY schemas schemas
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip=true -Djacoco.skip=true -Dcyclonedx.skip=true package

FROM ${BASE} AS built
WORKDIR /build
COPY pom.xml ./
COPY src/main/resources/scenarios src/main/resources/scenarios
COPY target/tocsin.jar target/tocsin.jar
COPY target/lib target/lib

FROM ${SOURCE} AS program
COPY tocsin deploy/compose/is-ready ./
# Entries of the jar bear the time that pom.xml states, and so do files and folders here: the same sources give the same
# layers. Hence whole trees are copied below; a folder that COPY makes for itself bears the time of the build.
RUN mkdir -p out/libraries/opt/tocsin/target out/program/opt/tocsin/target \
    && mkdir -p out/data/var/lib/tocsin out/data/tokens out/data/scrape \
    && cp -R target/lib out/libraries/opt/tocsin/target/ && cp target/tocsin.jar out/program/opt/tocsin/target/ \
    && cp -R src/main/resources/scenarios tocsin is-ready out/program/opt/tocsin/ \
    && chmod -R u=rwX,go=rX out && chmod 755 out/program/opt/tocsin/tocsin out/program/opt/tocsin/is-ready \
    && chown 10001:10001 out/data/var/lib/tocsin out/data/tokens out/data/scrape \
    && find out -exec touch -d "$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' pom.xml)" {} +

FROM ${BASE}
# libraries change seldom: a layer of their own
COPY --from=program /build/out/libraries/ /
COPY --from=program /build/out/program/ /
# a volume that is mounted there the first time takes its owner from here
COPY --from=program /build/out/data/ /

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

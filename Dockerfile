# The server on an external database. The jar is built before: ./mvnw -DskipTests package
FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /gangway gangway
USER gangway
WORKDIR /gangway
# Starts it once, on a database that is thrown away, for what the JVM then keeps of a start
RUN --mount=type=bind,source=target/gangway.jar,target=/mnt/gangway.jar java -jar /mnt/gangway.jar install /gangway/installed
EXPOSE 8080
ENV JAVA_OPTS="-XX:MaxRAMPercentage=75"
ENTRYPOINT ["/gangway/installed/gangway"]

# The server on an external database. The jar is built before: ./mvnw -DskipTests package
FROM eclipse-temurin:25-jre AS layers
WORKDIR /build
COPY target/gangway.jar .
RUN java -Djarmode=tools -jar gangway.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /gangway gangway
USER gangway
WORKDIR /gangway
# What changes seldom comes first, so that a new version adds one small layer
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "org.springframework.boot.loader.launch.JarLauncher"]

# Whom in a container, beside a PostgreSQL 18 (compose.yaml) or with its own in /var/lib/whom.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN WHOM_NO_AOT=1 ./whom build

FROM eclipse-temurin:25-jre
# A number of its own, so that the data belong to the same user whatever the next base image numbers its users from.
RUN useradd --uid 10001 --no-create-home --home-dir /var/lib/whom --shell /usr/sbin/nologin whom \
 && install -d -o whom -g whom -m 700 /var/lib/whom
COPY --from=build /src/whom /opt/whom/whom
COPY --from=build /src/target/app /opt/whom/app
# The dry start runs here, since its result fits this very JVM only; not as root, which PostgreSQL refuses.
RUN chown whom /opt/whom /opt/whom/app \
 && HOME=/tmp setpriv --reuid=whom --regid=whom --clear-groups /opt/whom/whom build \
 && find /opt/whom -user whom -exec chown root:root {} + && rm -rf /tmp/hsperfdata_whom
USER whom
ENV WHOM_DATA=/var/lib/whom WHOM_JAVA_HOME=/opt/java/openjdk
VOLUME /var/lib/whom
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["/opt/whom/whom"]
CMD ["run"]

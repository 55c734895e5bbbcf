package whom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's visit over HTTP, without a browser: keeps cookies, sends the forms' token, follows nothing by itself. */
public final class Visit implements AutoCloseable {

    private static final Pattern CAME_BACK = Pattern.compile("name=\"_page\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";
    private String page = "/";
    private String cameBackOn = "";

    private Visit(String base) {
        this.base = base;
    }

    public static Visit by(World world, RunningWhom whom, long person) {
        Visit visit = new Visit(whom.address());
        HttpCookie session = new HttpCookie("whom", world.session(person));
        session.setPath("/");
        session.setVersion(0);
        visit.cookies.getCookieStore().add(URI.create(whom.address()), session);
        return visit;
    }

    public static Visit byStranger(RunningWhom whom) {
        return new Visit(whom.address());
    }

    /** What came back; {@code location} is a path of this site, or "". */
    public record Answer(int status, String body, String location, HttpResponse<byte[]> whole) {
        public String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path) {
        return shown(path, send(HttpRequest.newBuilder(URI.create(base + path))));
    }

    /** As a browser goes on from the page that it shows, at whose address that is. */
    private Answer shown(String path, Answer answer) {
        page = path;
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        Matcher back = CAME_BACK.matcher(answer.body());
        cameBackOn = back.find() ? back.group(1) : "";
        return answer;
    }

    /** As the form of the page that was visited last would. */
    public Answer post(String path, String... fields) {
        StringBuilder body = new StringBuilder("_csrf=" + encode(token));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        if (!cameBackOn.isEmpty()) {
            body.append("&_page=").append(encode(cameBackOn));
        }
        Answer answer = send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded").header("Referer", base + page)
                .POST(BodyPublishers.ofString(body.toString())));
        return answer.status() == 422 || answer.status() == 409 ? shown(path, answer) : answer;
    }

    /** With files: fields by name, files as {@code @name of the file} followed by their content. */
    public Answer upload(String path, String... fields) {
        String boundary = "----------whom";
        var body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"_csrf\"", token);
        for (int i = 0; i < fields.length; i += 2) {
            part(body, boundary, fields[i].startsWith("@") ? "name=\"files\"; filename=\"" + fields[i].substring(1) + "\"" : "name=\"" + fields[i] + "\"", fields[i + 1]);
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "multipart/form-data; boundary=" + boundary).header("Referer", base + page)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, String content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), answer.headers().firstValue("Location").orElse("").replace(base, ""), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}

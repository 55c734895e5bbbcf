package whom.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class AssetController {

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{build}/{*name}")
    ResponseEntity<byte[]> asset(@PathVariable String build, @PathVariable String name, HttpServletRequest request) {
        Asset asset = assets.find(name.substring(1));
        if (asset == null) {
            return ResponseEntity.notFound().build();
        }
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        byte[] zipped = accepted != null && accepted.contains("gzip") ? asset.zipped() : null;
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                // a page of another version's node may ask here while versions change: serve ours, but let nobody keep it
                .header(HttpHeaders.CACHE_CONTROL, assets.isCurrent(build) ? "public, max-age=31536000, immutable" : "no-store");
        if (zipped != null) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.body(zipped == null ? asset.bytes() : zipped);
    }
}

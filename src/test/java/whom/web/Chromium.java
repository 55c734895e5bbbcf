package whom.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's own Chromium. Nothing is downloaded. */
final class Chromium {

    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            // the last of these switches is the one that holds, so Playwright's features are named again; the two of the address bar
            // are pages of its own that each window would load, at five times the cost of one of ours
            "--disable-features=AvoidUnnecessaryBeforeUnloadCheckSync,BoundaryEventDispatchTracksNodeRemoval,DestroyProfileOnBrowserClose,DialMediaRouteProvider,"
                    + "GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,"
                    + "Translate,OptimizationHints,WebUIOmniboxPopup,WebUIOmniboxAimPopup");

    private Chromium() {}

    static Optional<Path> executable() {
        String named = System.getenv("CHROMIUM");
        Stream<String> places = named != null ? Stream.of(named) : Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium");
        return places.map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static Browser start() {
        Playwright driver = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return driver.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable().orElseThrow()).setHeadless(true).setArgs(QUIET));
    }
}

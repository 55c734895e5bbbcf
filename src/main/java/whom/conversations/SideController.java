package whom.conversations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewers;
import whom.web.Flash;

/** Pages of side conversations (P10): for those who take part, the one served, and the agents who open them. */
@Controller
class SideController {

    private final SideConversations sides;
    private final Conversations conversations;
    private final Drafts drafts;
    private final Participants participants;
    private final ObjectProvider<MailWishes> wishes;

    SideController(SideConversations sides, Conversations conversations, Drafts drafts, Participants participants, ObjectProvider<MailWishes> wishes) {
        this.sides = sides;
        this.conversations = conversations;
        this.drafts = drafts;
        this.participants = participants;
        this.wishes = wishes;
    }

    @GetMapping("/side/{side}")
    ModelAndView read(@PathVariable UUID side) {
        OpenedSide opened = sides.read(side);
        return new ModelAndView("conversations/side").addObject("side", opened).addObject("draft", drafts.of(opened.id()).orElse(""))
                .addObject("mails", wishes.stream().map(each -> each.aside(side)).findFirst().orElse(MailWishes.Wish.NONE));
    }

    @PostMapping("/side/{side}/messages")
    String say(@PathVariable UUID side, @RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        sides.say(side, text, Uploads.of(files));
        return "redirect:/side/" + side;
    }

    @GetMapping("/conversations/{number}/sides")
    ModelAndView form(@PathVariable String number) {
        long conversation = conversations.numbered(number);
        conversations.thread(conversation, Message.Kind.NOTES); // those who work on it, like the form
        return new ModelAndView("conversations/open-side").addObject("number", number).addObject("teams", participants.teams()).addObject("sides", sides.of(conversation));
    }

    @PostMapping("/conversations/{number}/sides")
    String open(@PathVariable String number, @RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String why,
                @RequestParam(defaultValue = "") String with, @RequestParam(required = false) @Nullable List<Long> team) {
        long conversation = conversations.numbered(number);
        return "redirect:/side/" + sides.open(conversation, subject, why, participants.keys(with, team == null ? List.of() : team.stream().filter(java.util.Objects::nonNull).toList()));
    }

    @PostMapping("/conversations/{number}/sides/{side}/withholding")
    String withhold(@PathVariable String number, @PathVariable UUID side, @RequestParam(defaultValue = "") String reason,
                    @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until, HttpServletRequest request, HttpServletResponse response) {
        if (until == null) {
            throw new whom.kernel.Refused("until", "conversations.side.until");
        }
        sides.askToWithhold(side, reason, until.plusDays(1).atStartOfDay(ZoneId.of(Viewers.required(request).timeZone())).toInstant());
        Flash.of("conversations.side.withholding_asked").keep(request, response);
        return back(number);
    }

    @PostMapping("/conversations/{number}/sides/{side}/withholding/decision")
    String decide(@PathVariable String number, @PathVariable UUID side, @RequestParam boolean yes) {
        sides.decide(conversations.numbered(number), side, yes);
        return back(number);
    }

    @PostMapping("/conversations/{number}/sides/{side}/withholding/end")
    String endWithholding(@PathVariable String number, @PathVariable UUID side) {
        sides.endWithholding(conversations.numbered(number), side);
        return back(number);
    }

    private static String back(String number) {
        return "redirect:/conversations/" + java.net.URLEncoder.encode(number, java.nio.charset.StandardCharsets.UTF_8) + "/sides";
    }
}

package whom.tickets.sorting;

import java.util.List;
import whom.web.Choice;

public record SortingPage(List<Envelope> waiting, List<Choice> teams) {}

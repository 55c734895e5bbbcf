package whom.agreements;

import whom.calendars.WorkingTime;

/** A target, and the hours in which it is counted. */
public record Promise(Target target, WorkingTime hours) {}

package whom.mail.outgoing;

/** What a mail about a conversation has to say. @param right of its receiver @param known the receiver's address is confirmed */
record Contents(String number, String audience, String subject, String sender, String words, boolean byDesk, String right, boolean discreet, boolean known, boolean mayRead) {}

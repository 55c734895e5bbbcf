package whom.tickets.filter;

/** How a field is compared; {@code =} is read as {@code :}. */
public enum Operator {
    IS(":"), AT_MOST("<="), AT_LEAST(">="), BELOW("<"), ABOVE(">");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }
}

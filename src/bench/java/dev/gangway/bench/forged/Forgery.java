package dev.gangway.bench.forged;

/** The ways in which a message is not what the page would have sent. */
enum Forgery {
    /** Events and values for elements that are disabled. */
    DISABLED(true),
    /** Events and values for elements that are not shown. */
    HIDDEN(true),
    /** Events and values for elements that have left the page. */
    REMOVED(true),
    /** Enables or shows an element and uses it, in one message. */
    ENABLED_BY_HAND(true),
    /** Properties that the server does not take from pages. */
    UNDECLARED_PROPERTY(true),
    /** Methods that the server has not published for scripts. */
    UNPUBLISHED_METHOD(true),
    /** A true event with another page's, nobody's or no token. */
    WRONG_TOKEN(true),
    /** A true event with a number that is not the next one's. */
    WRONG_NUMBER(true),
    /** A message that was sent before, once more. */
    REPLAYED(true),
    /** The message after the next one, before the next one. */
    REORDERED(true),
    /** What is no message at all: broken, deep, large or of wrong types. */
    MALFORMED(true),
    /** Routes that the roles do not allow, or of what others own. */
    FOREIGN_ROUTE(true),
    /** Files where none are taken, and files of other pages. */
    UPLOAD(true),
    /** Asks to put elements where the server has not asked for any. */
    ATTACHED(true),
    /** Answers to questions that the server has not asked. */
    CHANNEL(true),
    /** The page of somebody else: their cookie of pages, number and token, with one's own log-in or none. */
    FOREIGN_PAGE(true),
    /** Requests beside the protocol's usual ones. */
    SURROUNDINGS(true),

    /** Numbers and events of elements on other people's pages, which mean something else on this one. */
    FOREIGN_ELEMENT(false),
    /** Any number, any event, any value. */
    GUESSED(false),
    /** Buttons such as Next and Finish, without what has to be typed, and whichever step is open. */
    PRESSED(false),
    /** Values of any type in fields. */
    TYPED(false),
    /** Methods that are published, with any arguments. */
    PUBLISHED_METHOD(false);

    private final boolean idle;

    Forgery(boolean idle) {
        this.idle = idle;
    }

    /** Whether nothing at all may come of it, also nothing that the sender would be allowed to do. */
    boolean isIdle() {
        return idle;
    }
}

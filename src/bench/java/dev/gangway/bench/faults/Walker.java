package dev.gangway.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One person who walks by REST: Next with ever other values, back and again, drafts, another wizard beside the onboarding,
 * and once the onboarding is finished erases it and begins anew. Sends one request at a time and keeps account of each.
 */
final class Walker {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    /** What the product says while its database is away, and what a load balancer says while the product is. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private static final int STILL_RUNNING = 409;

    private final int number;
    private final Ledger ledger;
    private final String otherWizard;
    private final Random random;
    private final List<String> surprises = new ArrayList<>();
    private Function<String, URI> server = path -> URI.create("http://127.0.0.1" + path);
    private HttpClient http = newClient();
    private Person person = Person.NEW;
    private @Nullable String otherId;
    private @Nullable Deed pending;
    private long deeds;
    private long answered;
    private long unanswered;

    Walker(int number, Ledger ledger, String otherWizard, long seed) {
        this.number = number;
        this.ledger = ledger;
        this.otherWizard = otherWizard;
        this.random = new Random(seed + number);
    }

    String account() {
        return account(number);
    }

    static String account(int number) {
        return "fault_" + number;
    }

    static String token(int number) {
        return "fault-token-" + number;
    }

    /** What the ledger says already. */
    void remember(Ledger.Line line) {
        Deed deed = line.deed();
        if (deed == null || deed.person() != number) {
            return;
        }
        deeds = Math.max(deeds, deed.number());
        switch (line.what()) {
            case "asked" -> pending = deed;
            case "never" -> pending = null;
            default -> done(deed, line.walk());
        }
    }

    void goTo(Function<String, URI> address) {
        server = address;
        http.close();
        http = newClient();
    }

    /** Walks until it is told to rest, or a request has no answer; one that had none before is sent again first. */
    void walk(BooleanSupplier resting, boolean patient) {
        while (!resting.getAsBoolean()) {
            Deed next = pending == null ? next() : pending;
            if (pending == null) {
                pending = next;
                ledger.asked(next);
            }
            if (!isAnswered(next) && (!patient || next.key() == null)) {
                return;
            }
            pause();
        }
    }

    /** Where it stands by what was answered, and where it stands if what is under way has happened too. */
    List<Person> possible() {
        return pending == null ? List.of(person) : List.of(person, person.after(pending));
    }

    /** Takes what the database says: a request without a key is not sent again once it is known to have happened or not. */
    void settle(Person stored) {
        Deed unsure = pending;
        if (unsure != null && unsure.key() == null) {
            boolean happened = stored.equals(person.after(unsure)) && !stored.equals(person);
            ledger.found(unsure, happened);
            pending = null;
            if (happened) {
                person = stored;
            }
        }
    }

    /** Goes on from what is stored, so that what was found wrong once is not found again and again. */
    void accept(Person stored) {
        person = stored;
        pending = null;
    }

    /** What is wrong with where the product says that this person goes on; what is stored counts. */
    Optional<String> resumes(Person stored) throws InterruptedException {
        String expected = stored.onboarding()
                .map(walk -> walk.currentStep(Deed.WITH_SUMMARY))
                .orElse("api_keys");
        HttpRequest status = HttpRequest.newBuilder(server.apply("/api/onboarding/status"))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token(number))
                .build();
        try {
            HttpResponse<String> answer = http.send(status, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"current_step\":\"" + expected + "\"")
                    ? Optional.empty()
                    : Optional.of("%s should go on at %s: %d %s"
                            .formatted(account(), expected, answer.statusCode(), answer.body()));
        } catch (IOException lost) {
            return Optional.of("%s cannot read the status: %s".formatted(account(), lost));
        }
    }

    /** Requests that were answered well, since the last time this was asked. */
    long takeAnswered() {
        long count = answered;
        answered = 0;
        return count;
    }

    /** Requests that had no answer, likewise; a repeated one counts again. */
    long takeUnanswered() {
        long count = unanswered;
        unanswered = 0;
        return count;
    }

    /** Answers that nobody should get, likewise. */
    List<String> takeSurprises() {
        List<String> taken = List.copyOf(surprises);
        surprises.clear();
        return taken;
    }

    private boolean isAnswered(Deed deed) {
        try {
            HttpResponse<String> answer = http.send(request(deed), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                Matcher id = ID.matcher(answer.body());
                String walk = deed.kind() == Deed.Kind.BEGIN_OTHER && id.find() ? id.group(1) : null;
                ledger.answered(deed, answer.statusCode(), walk);
                done(deed, walk);
                answered++;
                return true;
            }
            if (!AWAY.contains(answer.statusCode())
                    && !(answer.statusCode() == STILL_RUNNING && answer.body().contains("Idempotency-Key"))) {
                surprises.add("%s %s of %s: %d %s"
                        .formatted(deed.kind(), deed.step(), account(), answer.statusCode(), answer.body()));
            }
        } catch (IOException lost) {
            // The fault that this is about.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unanswered++;
        return false;
    }

    private void done(Deed deed, @Nullable String walk) {
        person = person.after(deed);
        if (deed.kind() == Deed.Kind.BEGIN_OTHER) {
            otherId = walk;
        }
        pending = null;
    }

    private HttpRequest request(Deed deed) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.apply(deed.path()))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token(number))
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .method(deed.kind().method(), HttpRequest.BodyPublishers.ofString(deed.body(otherWizard)));
        if (deed.key() != null) {
            request.header("Idempotency-Key", deed.key());
        }
        return request.build();
    }

    private Deed next() {
        Optional<Walk> onboarding = person.onboarding();
        if (onboarding.isEmpty()) {
            return deed(Deed.Kind.START, "");
        }
        if (random.nextInt(4) == 0) {
            return nextOther();
        }
        Walk walk = onboarding.get();
        if (walk.isOver()) {
            return deed(Deed.Kind.ERASE, "");
        }
        String current = walk.currentStep(Deed.WITH_SUMMARY);
        boolean atTheEnd = current.equals("summary");
        if (atTheEnd && random.nextInt(3) == 0) {
            return deed(Deed.Kind.FINISH, "");
        }
        boolean again = atTheEnd || random.nextInt(3) == 0;
        String step = again && !walk.answers().isEmpty()
                ? Deed.ONBOARDING.get(random.nextInt(walk.answers().size()))
                : current;
        boolean draft = random.nextInt(4) == 0 && !step.equals("api_keys");
        return deed(draft ? Deed.Kind.DRAFT : Deed.Kind.NEXT, step);
    }

    private Deed nextOther() {
        if (person.other().isEmpty()) {
            return deed(Deed.Kind.BEGIN_OTHER, "");
        }
        Walk walk = person.other().get();
        int done = walk.answers().size();
        if (done == Deed.OTHER.size() && random.nextInt(2) == 0) {
            return deed(Deed.Kind.FINISH_OTHER, "");
        }
        int step = done == Deed.OTHER.size() || (done > 0 && random.nextInt(3) == 0) ? random.nextInt(done) : done;
        return deed(Deed.Kind.NEXT_OTHER, Deed.OTHER.get(step));
    }

    private Deed deed(Deed.Kind kind, String step) {
        deeds++;
        boolean other = kind == Deed.Kind.NEXT_OTHER || kind == Deed.Kind.FINISH_OTHER;
        // Whoever begins something needs the key, or would not learn which one it is. Erasing has the same effect each
        // time.
        boolean keyless = kind == Deed.Kind.ERASE || (kind != Deed.Kind.BEGIN_OTHER && random.nextInt(5) == 0);
        return new Deed(
                deeds,
                number,
                kind,
                step,
                other ? otherId : null,
                keyless ? null : "fault-%d-%d".formatted(number, deeds));
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5 + random.nextInt(40));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}

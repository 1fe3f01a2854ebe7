// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.InvalidParameterException;
import org.marsad.dashboards.http.PageToken;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;

/** What people did, newest first, and whether the record of it is whole: /api/audit. */
public final class AuditApi {
  private static final Parameter<String> AFTER =
      Parameter.text("after", "The `next` of the page before, with the same actions.");
  private static final Parameter<Integer> SIZE =
      Parameter.number("size", 1, 500, "How many acts a page holds at most.").orElse(50);
  private static final Parameter<String> ACTION =
      Parameter.text("action", "Only these, such as reveal.").many();

  private final AuditLog log;
  private final AuditReader reader;

  public AuditApi(AuditLog log) {
    this.log = log;
    this.reader = new AuditReader(log.file());
  }

  /**
   * @param next the {@code after} of the next page; absent on the last. A page may be empty and
   *     have one: what is rare is looked for in parts.
   */
  private record Acts(List<AuditEntry> entries, @Nullable String next) {}

  /**
   * @param lines how many were read
   * @param head to be noted where those who can write the log cannot; absent where there is none
   * @param faults in words, without the names of folders; none where the log is what was written
   */
  private record Whole(long lines, @Nullable String head, List<String> faults) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/audit")
            .access(Access.ADMINISTER)
            .summary("Lists what people did, newest first")
            .parameters(AFTER, SIZE, ACTION)
            .answers(Acts.class)
            .handle(this::acts),
        Endpoint.get("/api/audit/verification")
            .access(Access.ADMINISTER)
            .costs(Cost.MIDDLE)
            .summary("Says whether the record of it is as it was written")
            .answers(Whole.class)
            .handle(request -> whole()));
  }

  private Acts acts(Request request) throws IOException {
    List<String> actions = request.all(ACTION);
    Predicate<AuditEntry> wanted = entry -> actions.isEmpty() || actions.contains(entry.action());
    AuditReader.Page page = reader.page(place(request.find(AFTER)), request.get(SIZE), wanted);
    if (page == null) {
      throw unknown();
    }
    Long next = page.next();
    return new Acts(page.entries(), next == null ? null : PageToken.encode(List.of("" + next)));
  }

  private Whole whole() throws IOException {
    Verification found = AuditVerifier.verify(log.file(), List.of());
    AuditHead head = found.head();
    return new Whole(
        found.lines(),
        head == null ? null : head.toString(),
        found.faults().stream().map(Verification.Fault::inShort).toList());
  }

  private static @Nullable Long place(@Nullable String token) {
    if (token == null) {
      return null;
    }
    try {
      List<String> after = PageToken.decode(token);
      return after == null ? null : Long.valueOf(after.get(0));
    } catch (InvalidParameterException | NumberFormatException notOurs) {
      throw unknown();
    }
  }

  private static InvalidParameterException unknown() {
    return new InvalidParameterException(
        "after", "This is no page token of the audit log.", List.of("the `next` of a page of it"));
  }
}

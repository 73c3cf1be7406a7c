namespace Cycle.Dashboard.Tests.Browser;

/// <summary>What pages show only when something went wrong or somebody did something, put into the store of a portfolio.</summary>
internal static class Trouble
{
    private static readonly string[] Acts =
    [
        "sign-in.locked|kanya", "person.add|kanya", "person.password|kanya", "person.roles|kanya: Finance, Auditor", "person.lock|kanya", "person.unlock|kanya",
        "release.require|release.four-eyes", "release.waive|release.four-eyes", "release.ask|cycle 2026-09-18", "release.withdraw|cycle 2026-09-18",
        "release.give|cycle 2026-09-18", "statement.hold|cycle 2026-09-18, account A00006", "statement.lift|cycle 2026-09-18, account A00006",
        "statement.download|cycle 2026-09-18, account A00006", "sample.tick|cycle 2026-09-18, account A00008", "schedule.pause|NIGHT", "schedule.continue|NIGHT",
        "schedule.run-now|NIGHT", "run.stop|run 33", "run.resume|run 33", "run.catch-up|2026-09-19 to 2026-09-20", "account.rerun|account A00004",
        "messages.again|2026-09-18", "messages.resend|message 12", "messages.resend|every dead letter", "trail.download|everybody",
        "trial-balance.download|2026-09-18", "journal.download|2026-09-18", "replay|minimum-floor, over-the-limit", "verify|journal, trial balance, PDFs",
    ];

    /// <summary>A night that failed, with a partition and an account; messages that did not arrive; a paused schedule; four eyes; every act.</summary>
    public static string Sql { get; } =
        $"""
        insert into trail (person, action, subject, reason) values {string.Join(", ", Acts.Select(act => $"('command line (anan)', '{act.Replace("|", "', '", StringComparison.Ordinal)}', 'as agreed')"))};
        insert into settings (name, value) values ('schedule.paused.NIGHT', 'mali: the network moves'), ('release.four-eyes', 'on');
        insert into cycle_releases (statement_date, asked_by, asked_at, released_by, released_at)
        values ('2026-09-18', 'mali', now(), null, null), ('2026-09-17', 'mali', now(), 'anan', now());
        insert into held_statements values ('2026-09-18', 'A00006', 'mali', now(), 'the address is disputed'),
            ('2026-09-18', 'A00008', 'command line (anan)', now(), 'run after its cycle was released: product put right');
        insert into set_aside_accounts select max(run_id), 9, 'A00004', 'Tariff gsb-2026 defines no product ''GONE''.', now() from runs;
        insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, state, last_word)
        select '2026-09-18', 'A00006', kind, '0800000006', 'en', 'a message', kind, state, word
        from (values ('SUBSCRIBED', 'dead', 'no answer within 15 s; it may have been taken'), ('UNSUBSCRIBED', 'undelivered', 'report with status 2'),
            ('LANGUAGE_CHANGED', 'sending', null), ('REVERSAL_ALERT', 'queued', 'no connection (ConnectionError)'), ('DUE_NOTICE', 'delivered', null)) m (kind, state, word);
        update run_partitions set state = 'failed', attempts = 2, retries = 1, error = 'the processes that were at it are gone'
        where run_id = 33 and step = 10 and number = 1;
        update run_steps set state = 'failed' where run_id = 33 and number = 10;
        update run_steps set state = 'planned', started_at = null, ended_at = null, result = null where run_id = 33 and number > 10;
        update runs set state = 'failed', error = 'The trial balance of 2026-09-18 does not balance: debits 1.00, credits 2.00. Run `cycle verify`.' where run_id = 33;
        update journal set reference = 'other' where account_id = 'A00007' and entry = 1;
        """;
}

using Cycle.Ledger.Storage.Control;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Storage.Tests.Control;

[Collection(PostgresCollection.Name)]
public sealed class SchemaTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Schema_IsMadeOnce_WhenManyComeToANewDatabaseAtTheSameTime()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var store = NpgsqlDataSource.Create(database.ConnectionString);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Schema.MigrateAsync(store, default)));

        await using var twice = store.CreateCommand("""select count(*) - count(distinct "MigrationId") from "__EFMigrationsHistory" """);
        (await twice.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task Schema_IsBroughtUpToDate_WhenThatTakesLongerThanACommandMay()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var store = NpgsqlDataSource.Create($"{database.ConnectionString};Command Timeout=1");
        await Schema.MigrateAsync(store, default);
        await ExecuteAsync(
            store,
            """
            delete from "__EFMigrationsHistory" where "MigrationId" = '0080_earlier_due_notices';
            alter table accounts drop column older_nominal_due_dates;
            """);
        await using var busy = await store.OpenConnectionAsync();
        await using var transaction = await busy.BeginTransactionAsync();
        await new NpgsqlCommand("lock table accounts in access exclusive mode", busy).ExecuteNonQueryAsync();

        var upgrade = Schema.MigrateAsync(store, default);
        await Task.WhenAny(upgrade, Task.Delay(TimeSpan.FromSeconds(2)));
        upgrade.IsCompleted.ShouldBeFalse();
        await transaction.RollbackAsync();
        await upgrade;

        await ExecuteAsync(store, "select older_nominal_due_dates from accounts");
    }

    [Fact]
    public async Task MessageThatWasResent_CountsAsNotHandedOver_OnceAnOlderStoreIsBroughtUpToDate()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var store = NpgsqlDataSource.Create(database.ConnectionString);
        await Schema.MigrateAsync(store, default);
        await ExecuteAsync(
            store,
            """
            delete from "__EFMigrationsHistory" where "MigrationId" = '0092_waiting_messages';
            create index messages_unsent on messages (message_id) where sent_at is null;
            insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, state, sent_at)
            select '2026-08-18', 'A1', 'SPEND_ALERT', '0800000001', 'en', 'Hello', state, state, now()
            from unnest(array['queued', 'sending', 'sent', 'delivered', 'undelivered']) state;
            """);

        await Schema.MigrateAsync(store, default);

        await using var handedOver = store.CreateCommand("select string_agg(state, ' ' order by message_id) from messages where sent_at is not null");
        (await handedOver.ExecuteScalarAsync()).ShouldBe("sent delivered undelivered");
    }

    private static async Task ExecuteAsync(NpgsqlDataSource store, string sql)
    {
        await using var command = store.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

using Cycle.Ledger.Storage.Copying;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Storage.Tests.Copying;

[Collection(PostgresCollection.Name)]
public sealed class CopyInTests(PostgresFixture postgres)
{
    private const string Table = "create table copied (t text, s smallint, b bigint, d date, i time)";
    private const string Into = "copy copied (t, s, b, d, i) from stdin (format binary)";

    [Theory]
    [InlineData("", short.MinValue, long.MinValue, "0001-01-01", "00:00:00")]
    [InlineData("ร้านค้า \" , \n 🙂", short.MaxValue, long.MaxValue, "9999-12-31", "23:59:59")]
    [InlineData("x", (short)-1, -1L, "1999-12-31", "12:34:56")]
    public async Task Values_AreWhatWasWritten_AtTheirExtremes(string text, short small, long big, string date, string time)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var connection = await OpenAsync(database);
        await using (var copy = await CopyIn.BeginAsync(connection, Into, 5, default))
        {
            copy.Rows.StartRow();
            copy.Rows.Write(text);
            copy.Rows.Write(small);
            copy.Rows.Write(big);
            copy.Rows.Write(DateOnly.Parse(date));
            copy.Rows.Write(TimeOnly.Parse(time));
            await copy.CompleteAsync(default);
        }

        (await TextAsync(connection, "select concat_ws('|', t, s, b, d, i) from copied")).ShouldBe($"{text}|{small}|{big}|{date}|{time}");
    }

    [Fact]
    public async Task Rows_AreAllThere_WhenTheyAreLongerThanTheBuffer()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var connection = await OpenAsync(database);
        const int rows = 50;
        await using (var copy = await CopyIn.BeginAsync(connection, Into, 5, default))
        {
            for (var row = 1; row <= rows; row++)
            {
                copy.Rows.StartRow();
                copy.Rows.Write(new string('ก', row * 5_000));
                copy.Rows.WriteNull();
                copy.Rows.Write((long)row);
                copy.Rows.WriteNull();
                copy.Rows.WriteNull();
                await copy.FlushIfFullAsync(default);
            }

            await copy.CompleteAsync(default);
        }

        (await TextAsync(connection, "select concat_ws('|', count(*), sum(length(t)), count(s), sum(b)) from copied"))
            .ShouldBe($"{rows}|{5_000 * rows * (rows + 1) / 2}|0|{rows * (rows + 1) / 2}");
    }

    [Fact]
    public async Task Nothing_IsKept_AndTheConnectionServes_WhenItWasNotCompleted()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var connection = await OpenAsync(database);
        await using (var copy = await CopyIn.BeginAsync(connection, Into, 5, default))
        {
            copy.Rows.StartRow();
            copy.Rows.Write(new string('x', 100_000));
            await copy.FlushIfFullAsync(default);
        }

        (await TextAsync(connection, "select count(*)::text from copied")).ShouldBe("0");
    }

    [Fact]
    public async Task Refusal_IsTold_WhenARowBreaksTheKey()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var connection = await OpenAsync(database);
        await TextAsync(connection, "create unique index on copied (t)");
        await using var copy = await CopyIn.BeginAsync(connection, "copy copied (t) from stdin (format binary)", 1, default);
        foreach (var _ in (int[])[1, 2])
        {
            copy.Rows.StartRow();
            copy.Rows.Write("the same");
        }

        (await Should.ThrowAsync<PostgresException>(() => copy.CompleteAsync(default))).SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        await copy.DisposeAsync();
        (await TextAsync(connection, "select count(*)::text from copied")).ShouldBe("0");
    }

    private static async Task<NpgsqlConnection> OpenAsync(TestDatabase database)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await TextAsync(connection, Table);
        return connection;
    }

    private static async Task<string?> TextAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync();
    }
}

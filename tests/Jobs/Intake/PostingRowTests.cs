using Cycle.Jobs.Intake;
using Cycle.Jobs.Intake.Postings;
using Cycle.Ledger;
using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Tests.Intake;

public sealed class PostingRowTests
{
    [Fact]
    public void Row_IsAsNew_WhenItIsUsedAgain()
    {
        var used = new PostingRow();
        used.Begin(7);
        used.PostingId.Set("OLD"u8);
        used.CardId.Set("CARD"u8);
        foreach (var property in typeof(PostingRow).GetProperties().Where(property => property.SetMethod?.IsPublic == true))
        {
            var value = Other(property.PropertyType);
            property.SetValue(used, value);
            property.GetValue(used).ShouldNotBe(property.GetValue(new PostingRow()), property.Name);
        }

        used.Begin(8);

        var fresh = new PostingRow();
        fresh.Begin(8);
        foreach (var property in typeof(PostingRow).GetProperties())
        {
            property.GetValue(used).ShouldBe(property.GetValue(fresh), property.Name);
        }
    }

    [Fact]
    public void Pool_GivesRowsAndTheirListBack_OnceTheyAreReturned()
    {
        var pool = new PostingRowPool();
        var rows = pool.List();
        rows.Add(pool.Row(2));
        rows.Add(pool.Row(3));
        var known = rows.ToArray();
        pool.Row(4).ShouldNotBeOneOf(known);

        pool.Return(rows);

        new[] { pool.Row(5), pool.Row(6) }.ShouldBe(known, ignoreOrder: true);
        pool.List().ShouldBeSameAs(rows);
        rows.ShouldBeEmpty();
        pool.Row(7).ShouldNotBeOneOf(known);
    }

    private static object Other(Type type) => type switch
    {
        _ when type == typeof(string) => "x",
        _ when type == typeof(bool) => true,
        _ when type == typeof(long) => 1L,
        _ when type == typeof(short?) => (short)3,
        _ when type == typeof(DateOnly) => new DateOnly(2026, 8, 1),
        _ when type == typeof(TimeOnly?) => new TimeOnly(1, 2, 3),
        _ when type == typeof(Money?) => Money.FromBaht(1),
        _ when type == typeof(PostingKind) => PostingKind.Payment,
        _ when type == typeof(Rejection) => new Rejection("R", "D"),
        _ when type == typeof(CardFacts) => new CardFacts("A", "visa", null, null, null, null),
        _ when type == typeof(FxTable) => new FxTable(null),
        _ => throw new NotSupportedException($"A row has a {type}; say here what another one is."),
    };
}

using Cycle.Jobs.Intake.Postings;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class KnownCardsTests(PostgresFixture postgres)
{
    private const int CardsOfTheBench = 3;

    [Fact]
    public async Task Cards_AreAllKnownWithoutALookUp_WhenTheFileHasAsManyRows()
    {
        await using var bench = await IntakeBench.CreateAsync(postgres);
        await using var connection = await bench.Db.OpenConnectionAsync();
        var cards = new KnownCards(connection);

        await cards.LoadAsync(CardsOfTheBench, CancellationToken.None);

        var (known, unknown) = (Row("C2"), Row("C9"));
        cards.TryGive(known).ShouldBeTrue();
        known.Card.ShouldBe(new CardFacts("A2", "mastercard", new(2026, 1, 5), null, null, null));
        cards.TryGive(unknown).ShouldBeTrue();
        unknown.Card.ShouldBeNull();
    }

    [Fact]
    public async Task Cards_AreLookedUpOnceEach_WhenTheyAreMoreThanTheRows()
    {
        await using var bench = await IntakeBench.CreateAsync(postgres);
        await using var connection = await bench.Db.OpenConnectionAsync();
        var cards = new KnownCards(connection);
        await cards.LoadAsync(CardsOfTheBench - 1, CancellationToken.None);
        List<PostingRow> rows = [Row("C2"), Row("C9"), Row("C2")];
        rows.ShouldAllBe(row => !cards.TryGive(row));

        await cards.LookUpAsync(rows, CancellationToken.None);

        rows.Select(row => row.Card?.AccountId).ShouldBe(["A2", null, "A2"]);
        new[] { Row("C2"), Row("C9") }.ShouldAllBe(row => cards.TryGive(row));
        cards.TryGive(Row("S1")).ShouldBeFalse();
    }

    private static PostingRow Row(string card)
    {
        var row = new PostingRow();
        row.Begin(2);
        row.CardId.Set(System.Text.Encoding.UTF8.GetBytes(card));
        return row;
    }
}

using Cycle.Ledger.Journal;

namespace Cycle.Ledger.Tests.Journal;

public sealed class HashChainTests
{
    private static readonly JournalEntry Entry = new(
        "PURCHASE", "P1", [new("RECEIVABLE_PRINCIPAL", Baht("10.00"), Money.Zero), new("SETTLEMENT", Money.Zero, Baht("10.00"))]);

    private static string Hash(
        string account = "A1", int number = 1, string date = "2026-08-18", JournalEntry? entry = null, byte[]? previous = null) =>
        Convert.ToHexStringLower(
            HashChain.Append(previous ?? HashChain.Start, account, number, Day(date), entry ?? Entry).Hash.Span);

    [Fact]
    public void The_same_entry_in_the_same_place_has_the_same_hash()
    {
        Hash().ShouldBe(Hash());
        Hash().Length.ShouldBe(64);
        HashChain.Start.Length.ShouldBe(32);
    }

    [Fact]
    public void Every_field_and_the_entry_before_change_the_hash() => new[]
    {
        Hash(),
        Hash(account: "A2"),
        Hash(number: 2),
        Hash(date: "2026-08-19"),
        Hash(entry: Entry with { Kind = "REFUND" }),
        Hash(entry: Entry with { Reference = "P2" }),
        Hash(entry: Entry with { Lines = [Entry.Lines[1], Entry.Lines[0]] }),
        Hash(entry: Entry with { Lines = [Entry.Lines[0]] }),
        Hash(entry: Entry with { Lines = [Entry.Lines[0] with { GlAccount = "RECEIVABLE_FEES" }, Entry.Lines[1]] }),
        Hash(entry: Entry with { Lines = [Entry.Lines[0] with { Debit = Baht("10.01") }, Entry.Lines[1]] }),
        Hash(entry: Entry with { Lines = [Entry.Lines[0], Entry.Lines[1] with { Credit = Baht("10.01") }] }),
        Hash(entry: Entry with { Lines = [Entry.Lines[0], new("SETTLEMENT", Baht("10.00"), Money.Zero)] }),
        Hash(previous: [.. Enumerable.Repeat((byte)1, 32)]),
    }.ShouldBeUnique();

    [Fact]
    public void An_appended_entry_carries_its_place()
    {
        var chained = HashChain.Append(HashChain.Start, "A1", 7, Day("2026-08-18"), Entry);

        (chained.AccountId, chained.Number, chained.BusinessDate, chained.Entry).ShouldBe(("A1", 7, Day("2026-08-18"), Entry));
    }
}

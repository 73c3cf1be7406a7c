using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Postings;

public sealed class PostingKindsTests
{
    [Fact]
    public void Every_name_of_a_file_is_read_back_as_its_kind()
    {
        PostingKinds.FileNames.Count.ShouldBe(11);
        foreach (var name in PostingKinds.FileNames)
        {
            PostingKinds.TryParse(name, out var kind).ShouldBeTrue();
            kind.Name().ShouldBe(name);
        }
    }

    [Theory]
    [InlineData("FEE_COLLECTION")]
    [InlineData("FEE_ANNUAL")]
    [InlineData("FEE_ENTRANCE")]
    [InlineData("purchase")]
    [InlineData("")]
    public void Kinds_of_the_night_itself_and_unknown_words_are_not_read(string name) =>
        PostingKinds.TryParse(name, out _).ShouldBeFalse();

    [Theory]
    [InlineData(PostingKind.Purchase, true, false, false, true)]
    [InlineData(PostingKind.CashAdvance, true, false, false, true)]
    [InlineData(PostingKind.TaxPayment, true, false, false, true)]
    [InlineData(PostingKind.Payment, false, false, false, true)]
    [InlineData(PostingKind.Refund, false, false, false, true)]
    [InlineData(PostingKind.Reversal, false, false, false, true)]
    [InlineData(PostingKind.FeeCardReplacement, false, true, true, false)]
    [InlineData(PostingKind.FeePinReissue, false, true, true, false)]
    [InlineData(PostingKind.FeeEntrance, false, true, false, false)]
    [InlineData(PostingKind.FeeAnnual, false, true, false, false)]
    [InlineData(PostingKind.FeeCollection, false, true, false, false)]
    [InlineData(PostingKind.FeeCollectionCredit, false, false, false, false)]
    public void A_kind_says_what_it_is(PostingKind kind, bool principal, bool fee, bool service, bool movement)
    {
        kind.IsPrincipal().ShouldBe(principal);
        kind.IsFee().ShouldBe(fee);
        kind.IsServiceFee().ShouldBe(service);
        kind.IsMovement().ShouldBe(movement);
        kind.IsDebit().ShouldBe(principal || fee);
    }

    [Fact]
    public void Fees_of_the_night_have_names_on_statements()
    {
        PostingKind.FeeCollection.Name().ShouldBe("FEE_COLLECTION");
        PostingKind.FeeCollectionCredit.Name().ShouldBe("FEE_COLLECTION");
        PostingKind.FeeEntrance.Name().ShouldBe("FEE_ENTRANCE");
        PostingKind.FeeAnnual.Name().ShouldBe("FEE_ANNUAL");
        Should.Throw<ArgumentOutOfRangeException>(() => ((PostingKind)99).Name());
    }
}

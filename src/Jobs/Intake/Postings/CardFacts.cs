using System.Buffers.Binary;
using System.Text;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>What judging a posting needs to know of its card.</summary>
/// <param name="AccountId">The card's account.</param>
/// <param name="Network">visa or mastercard.</param>
/// <param name="Activated">Activation, as the masters tell it.</param>
/// <param name="Cancelled">Cancellation, as the masters tell it.</param>
/// <param name="NightCancelledOn">The business date whose night cancelled it.</param>
/// <param name="LastCut">The account's last cut.</param>
internal sealed record CardFacts(
    string AccountId, string Network, DateOnly? Activated, DateOnly? Cancelled, DateOnly? NightCancelledOn, DateOnly? LastCut)
{
    private const int LeadingBytes = 16;

    /// <summary>Compares as the first 16 bytes of the account do, which is far quicker to sort by than its text.</summary>
    public UInt128 AccountOrder { get; } = Leading(AccountId);

    private static UInt128 Leading(string text)
    {
        var characters = Math.Min(text.Length, LeadingBytes);
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(LeadingBytes)];
        bytes.Clear();
        Encoding.UTF8.GetBytes(text.AsSpan(0, characters), bytes);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}

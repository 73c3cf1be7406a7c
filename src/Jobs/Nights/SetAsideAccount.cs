namespace Cycle.Jobs.Nights;

/// <summary>An account that failed alone.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Error">Why, in words for a person.</param>
internal sealed record SetAsideAccount(string AccountId, string Error);

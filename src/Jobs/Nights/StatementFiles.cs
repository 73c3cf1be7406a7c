namespace Cycle.Jobs.Nights;

/// <summary>Where a statement's PDF lies below the output folder (files.md): <c>statements/ACCOUNT-DATE.pdf</c>.</summary>
public static class StatementFiles
{
    /// <summary>The path, with anything in the account's token that a file name cannot hold escaped.</summary>
    public static string PathOf(string accountId, DateOnly statementDate) =>
        Path.Combine("statements", $"{Uri.EscapeDataString(accountId)}-{statementDate:yyyy-MM-dd}.pdf");
}

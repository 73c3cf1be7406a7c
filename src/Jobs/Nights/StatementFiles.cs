namespace Cycle.Jobs.Nights;

/// <summary>Where a statement's PDF lies below the output folder (files.md): <c>statements/ACCOUNT-DATE.pdf</c>.</summary>
public static class StatementFiles
{
    /// <summary>The path, with anything in the account's token that a file name cannot hold escaped.</summary>
    public static string PathOf(string accountId, DateOnly statementDate) => Path.Combine(Folder, NameOf(accountId, statementDate));

    /// <summary>The folder of them all, below the output folder.</summary>
    internal const string Folder = "statements";

    /// <summary>The name in that folder.</summary>
    internal static string NameOf(string accountId, DateOnly statementDate) => $"{Uri.EscapeDataString(accountId)}-{statementDate:yyyy-MM-dd}.pdf";
}

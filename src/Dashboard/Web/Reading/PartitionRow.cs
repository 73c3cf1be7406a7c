namespace Cycle.Dashboard.Web.Reading;

/// <summary>A partition as pages show it.</summary>
/// <param name="Step">The step's number.</param>
/// <param name="StepName">The step's name.</param>
/// <param name="Number">The partition's number.</param>
/// <param name="Accounts">Accounts in it.</param>
/// <param name="AccountsDone">Accounts done.</param>
/// <param name="State">planned, running, completed or failed.</param>
/// <param name="Worker">Who has or had it.</param>
/// <param name="Attempts">How often it was claimed.</param>
/// <param name="Retries">Transactions tried again for a fault that passes.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record PartitionRow(
    short Step, string StepName, int Number, int Accounts, int AccountsDone, string State, string Worker, int Attempts, int Retries, string Error);

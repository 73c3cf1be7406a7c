namespace Cycle.Ledger.Storage.Control;

/// <summary>This build of the program may not work on the database as it is, or not yet.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class SchemaRefusedException(string message) : Exception(message);

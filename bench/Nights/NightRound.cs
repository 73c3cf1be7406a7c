namespace Cycle.Bench.Nights;

/// <summary>One round: a night over a fresh copy, and the floors over what it left.</summary>
/// <param name="Process">What the program took.</param>
/// <param name="Facts">What it did.</param>
/// <param name="WalBytes">Write-ahead log of the night.</param>
/// <param name="StoreBytes">How much the database grew.</param>
/// <param name="PdfBytes">Of all PDFs.</param>
/// <param name="Intake">Intake's floor, when measured.</param>
/// <param name="Close">The close's floor, when measured.</param>
/// <param name="Render">The bare drawing loop, when measured.</param>
internal sealed record NightRound(
    ProcessTaken Process, NightFacts Facts, long WalBytes, long StoreBytes, long PdfBytes, IntakeFloor? Intake, CloseFloor? Close,
    RenderFloor? Render);

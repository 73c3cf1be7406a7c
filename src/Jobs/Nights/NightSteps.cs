using Cycle.Jobs.Nights.Steps;

namespace Cycle.Jobs.Nights;

/// <summary>The ordered steps of a night (rules.md section 1). A step's number is its place here, from 1.</summary>
public static class NightSteps
{
    internal static readonly IReadOnlyList<INightStep> All =
    [
        new IntakeStep(), new CancellationsStep(), new CardFeesStep(), new CollectionFeesStep(), new LimitsStep(), new NoticesStep(), new AlertsStep(),
        new JournalStep(), new CloseStep(), new RenderStep(), new SendStep(), new ReportStep(),
    ];

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(step => step.Name)];

    /// <summary>The step over accounts of a number.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    internal static AccountStep OverAccounts(short number) => All.ElementAtOrDefault(number - 1) as AccountStep ?? throw new InvalidOperationException(
        $"The step '{NameOf(number)}' is not done in partitions. Found one of it in run_partitions, expected one of: " +
        $"{string.Join(", ", All.OfType<AccountStep>().Select(step => step.Name))}.");

    /// <summary>The name of a step, also of one that this build does not know.</summary>
    internal static string NameOf(short number) => Names.ElementAtOrDefault(number - 1) ?? $"number {number}";
}

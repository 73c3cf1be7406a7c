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
    internal static AccountStep OverAccounts(short number) => (AccountStep)All[number - 1];
}

using Cycle.Bench.Portfolio;
using Cycle.Bench.Statements;

// ./cycle bench VERB ...: one folder a verb; a new one is added here.
switch (args)
{
    case ["portfolio", .. var words]:
        return PortfolioCommand.Run(words);
    case ["statements", .. var words]:
        return await StatementsCommand.RunAsync(words);
    default:
        Console.Error.WriteLine($"Found '{string.Join(' ', args)}'; expected one of:\n  {PortfolioCommand.Usage}\n  {StatementsCommand.Usage}");
        return 2;
}

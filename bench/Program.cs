using Cycle.Bench.Portfolio;

// dotnet run --project bench -- portfolio --seed 2026 --accounts 200 --from 2026-07-01 --months 3 --out fixtures/mixed-portfolio
switch (args)
{
    case ["portfolio", .. var words]:
        return PortfolioCommand.Run(words);
    default:
        Console.Error.WriteLine($"Found '{string.Join(' ', args)}'; expected: {PortfolioCommand.Usage}");
        return 2;
}

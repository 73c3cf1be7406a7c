using System.Text.Json.Serialization;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Interest;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>How the store keeps what only the pure core reads: states, and the printed parts of a statement.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(MoneyJson), typeof(PercentRateJson)])]
[JsonSerializable(typeof(AccountState))]
[JsonSerializable(typeof(StatementHolder))]
[JsonSerializable(typeof(List<StatementLine>))]
[JsonSerializable(typeof(IReadOnlyList<StatementLine>))]
[JsonSerializable(typeof(List<InterestLeg>))]
[JsonSerializable(typeof(IReadOnlyList<InterestLeg>))]
internal sealed partial class LedgerJson : JsonSerializerContext;

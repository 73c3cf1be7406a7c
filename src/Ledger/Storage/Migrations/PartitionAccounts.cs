using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>What keeps the cost of an account's night the same in a portfolio of any size and age.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0060_partition_accounts")]
public sealed class PartitionAccounts() : SqlMigration("0060_partition_accounts.sql");

using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>When a card's entrance and first annual fee were posted.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0091_first_fees")]
public sealed class FirstFees() : SqlMigration("0091_first_fees.sql");

using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>The key of account tokens in delivery packs.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0022_delivery")]
public sealed class Delivery() : SqlMigration("0022_delivery.sql");

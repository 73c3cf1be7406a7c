using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>Opening balances of accounts that came from another system.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0002_openings")]
public sealed class Openings() : SqlMigration("0002_openings.sql");

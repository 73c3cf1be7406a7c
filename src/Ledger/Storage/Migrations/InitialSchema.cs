using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>The first schema.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0001_initial")]
public sealed class InitialSchema() : SqlMigration("0001_initial.sql");

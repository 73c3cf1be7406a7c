using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>Several processes that share a night, and accounts that wait for a person.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0003_workers")]
public sealed class Workers() : SqlMigration("0003_workers.sql");

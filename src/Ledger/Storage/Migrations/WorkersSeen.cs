using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>Finds the processes seen last without reading all that ever worked.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0070_workers_seen")]
public sealed class WorkersSeen() : SqlMigration("0070_workers_seen.sql");
